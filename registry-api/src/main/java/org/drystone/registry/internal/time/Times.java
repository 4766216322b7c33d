package org.drystone.registry.internal.time;

import java.time.Duration;
import java.time.Instant;

/** Sums of times that cannot overflow. */
public final class Times {

  /** As good as never, and still a time that programs in other languages can read. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Times() {}

  /** That long after it, but no later than the year 9999, unless it begins later. */
  public static Instant after(Instant start, Duration time) {
    if (!start.isBefore(LAST)) {
      return start;
    }
    return time.compareTo(Duration.between(start, LAST)) < 0 ? start.plus(time) : LAST;
  }
}
