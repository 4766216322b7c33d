package org.drystone.registry;

/** The caller lacks the right that the call needs. */
public final class NotPermittedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public NotPermittedException(String problem, String reason, String remedy) {
    super(ErrorCode.NOT_PERMITTED, problem, reason, remedy);
  }
}
