package org.drystone.registry;

/** An argument is outside its documented range. */
public final class InvalidArgumentException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public InvalidArgumentException(String problem, String reason, String remedy) {
    super(ErrorCode.INVALID_ARGUMENT, problem, reason, remedy);
  }
}
