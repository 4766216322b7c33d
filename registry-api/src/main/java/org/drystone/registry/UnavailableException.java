package org.drystone.registry;

/** The data exists no more, or cannot be reached now. */
public final class UnavailableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public UnavailableException(String problem, String reason, String remedy) {
    super(ErrorCode.UNAVAILABLE, problem, reason, remedy);
  }
}
