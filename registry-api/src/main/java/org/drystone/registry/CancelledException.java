package org.drystone.registry;

/** The work was cancelled; nothing was changed. */
public final class CancelledException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public CancelledException(String problem, String reason, String remedy) {
    super(ErrorCode.CANCELLED, problem, reason, remedy);
  }
}
