package org.drystone.registry;

/**
 * The first part of a {@link Name}; also the scope of rights that hold for all names in it.
 *
 * <p>{@link #SHARED} is the namespace that everyone reads and creates in; each user owns the
 * namespace of the user's own name, which is private until granted.
 */
public final class Namespace implements Scope, Comparable<Namespace> {

  /** The namespace of names that were written without one. */
  public static final Namespace SHARED = new Namespace("shared");

  private final String text;

  private Namespace(String text) {
    this.text = text;
  }

  /**
   * Returns the namespace of that name, normalised to NFC.
   *
   * @throws InvalidNameException if the text breaks a rule of {@link Name}
   */
  public static Namespace of(String text) {
    String normal = NamePart.NAMESPACE.normalise(text);
    return normal.equals(SHARED.text) ? SHARED : new Namespace(normal);
  }

  /** Returns the name {@code simpleName} in this namespace; as {@link Name#of}. */
  public Name name(String simpleName) {
    return Name.of(this, simpleName);
  }

  @Override
  public Namespace namespace() {
    return this;
  }

  @Override
  public int compareTo(Namespace other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Namespace that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
