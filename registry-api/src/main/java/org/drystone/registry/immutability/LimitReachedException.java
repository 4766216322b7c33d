package org.drystone.registry.immutability;

/** A walk went beyond its limits. */
final class LimitReachedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String limit;

  LimitReachedException(String limit) {
    super(limit, null, false, false);
    this.limit = limit;
  }

  /** The limit, as the rest of a sentence: {@code has more than 3 objects}. */
  String limit() {
    return limit;
  }
}
