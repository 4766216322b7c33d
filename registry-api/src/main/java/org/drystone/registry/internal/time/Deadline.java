package org.drystone.registry.internal.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When waiting ends, by the clock that never jumps. */
public record Deadline(long nanoTime) {

  /** That long from now; a limit of ages is cut to what fits. */
  public static Deadline in(Duration limit) {
    long nanos = limit.isNegative() ? 0 : TimeUnit.NANOSECONDS.convert(limit);
    return new Deadline(System.nanoTime() + nanos);
  }

  /** Nanoseconds; 0 or less once it has passed. */
  public long left() {
    return nanoTime - System.nanoTime();
  }

  public boolean hasPassed() {
    return left() <= 0;
  }
}
