package org.drystone.registry;

import java.time.Duration;

/**
 * That a version goes with the session of its publisher: when the session has been over for the
 * grace time, the version is removed, and can be restored as after any removal.
 *
 * <p>It stays if the session came back meanwhile, if somebody {@linkplain Removals#keep kept} it,
 * published over it, set an alias to it, or published what needs it.
 *
 * @param session the session
 * @param grace how long it stays after the end of the session
 */
public record Lifetime(SessionId session, Duration grace) {

  /**
   * Checks the grace time.
   *
   * @throws InvalidArgumentException if it is negative
   */
  public Lifetime {
    checked(grace);
  }

  static Duration checked(Duration grace) {
    if (grace.isNegative()) {
      throw new InvalidArgumentException(
          "A version cannot stay for " + grace + " after its session",
          "that is before the end of it",
          "Use a grace time of zero or more");
    }
    return grace;
  }
}
