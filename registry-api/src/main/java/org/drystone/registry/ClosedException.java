package org.drystone.registry;

/** The hub, or this part of it, is closed. */
public final class ClosedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public ClosedException(String problem, String reason, String remedy) {
    super(ErrorCode.CLOSED, problem, reason, remedy);
  }
}
