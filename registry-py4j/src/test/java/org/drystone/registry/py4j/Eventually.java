package org.drystone.registry.py4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Waits for what happens on other threads. The limit is for a build that hangs, not a promise. */
final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  /** Repeats the assertion until it holds. */
  static void eventually(ThrowingCallable assertion) throws Throwable {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        assertion.call();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }
}
