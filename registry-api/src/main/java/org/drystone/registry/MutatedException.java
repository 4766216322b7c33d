package org.drystone.registry;

/**
 * A version was changed after its publication, by whoever still held it: what was published can no
 * longer be read. {@link #version()}, {@link #publisher()} and the message tell which it was.
 */
public final class MutatedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  private final transient Label label;

  /** For the version of that label. */
  public MutatedException(Label label) {
    super(
        ErrorCode.MUTATED,
        label.id() + " was changed after its publication",
        label.publisher()
            + " published it at "
            + label.publishedAt()
            + ", and it no longer holds what it held then",
        "Publish anew what it should be, with copying() or of types that cannot change");
    this.label = label;
  }

  /** The version, which stays unreadable. */
  public VersionId version() {
    return label.id();
  }

  /** Who published it. */
  public Principal publisher() {
    return label.publisher();
  }
}
