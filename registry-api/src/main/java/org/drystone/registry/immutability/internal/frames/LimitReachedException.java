package org.drystone.registry.immutability.internal.frames;

/** A walk went beyond its limits. */
public final class LimitReachedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fix;

  public LimitReachedException(String limit, String fix) {
    super(limit, null, false, false);
    this.fix = fix;
  }

  /** The limit, of what lies beyond it: {@code lies beyond the budget of 3 nodes}. */
  public String limit() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
