package org.drystone.registry;

/**
 * A condition of a publication does not hold: the message tells what is there now, by whom, since
 * when.
 */
public final class ConflictException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public ConflictException(String problem, String reason, String remedy) {
    super(ErrorCode.CONFLICT, problem, reason, remedy);
  }
}
