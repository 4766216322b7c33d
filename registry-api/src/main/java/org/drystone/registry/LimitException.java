package org.drystone.registry;

/** A limit of the registry or of a principal is reached. */
public final class LimitException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public LimitException(String problem, String reason, String remedy) {
    super(ErrorCode.LIMIT, problem, reason, remedy);
  }
}
