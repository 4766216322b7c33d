package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition; the limit only ends a test that would hang. It is longer than Spark's
 * pools keep idle threads, which inherit the session that was active when they began.
 */
final class Await {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long PAUSE_NANOS = 2_000_000;

  private Await() {}

  static void until(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("still waiting until " + what).isBefore(end);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
