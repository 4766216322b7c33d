package org.drystone.registry;

/** Something still depends on what was to be removed: an alias, or another version. */
public final class InUseException extends RegistryException {
  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public InUseException(String problem, String reason, String remedy) {
    super(ErrorCode.IN_USE, problem, reason, remedy);
  }
}
