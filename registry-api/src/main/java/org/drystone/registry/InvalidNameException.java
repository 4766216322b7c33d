package org.drystone.registry;

/** A text is no valid name or reference. */
public final class InvalidNameException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public InvalidNameException(String problem, String reason, String remedy) {
    super(ErrorCode.INVALID_NAME, problem, reason, remedy);
  }
}
