package org.drystone.registry;

/** It is not known whether the change was kept: look before repeating it. */
public final class OutcomeUnknownException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public OutcomeUnknownException(String problem, String reason, String remedy) {
    super(ErrorCode.OUTCOME_UNKNOWN, problem, reason, remedy);
  }
}
