package org.drystone.registry;

/** The changes that were asked for are no longer kept; the message gives the oldest position. */
public final class CompactedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public CompactedException(String problem, String reason, String remedy) {
    super(ErrorCode.COMPACTED, problem, reason, remedy);
  }
}
