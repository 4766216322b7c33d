package org.drystone.registry.immutability;

/** A walk went beyond its limits. */
final class LimitReachedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fix;

  LimitReachedException(String limit, String fix) {
    super(limit, null, false, false);
    this.fix = fix;
  }

  /** The limit, of what lies beyond it: {@code lies beyond the budget of 3 nodes}. */
  String limit() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  String fix() {
    return fix;
  }
}
