package org.drystone.registry;

/** The entry is not of the requested type: the message names both. */
public final class TypeMismatchException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public TypeMismatchException(String problem, String reason, String remedy) {
    super(ErrorCode.TYPE_MISMATCH, problem, reason, remedy);
  }
}
