package org.drystone.examples.sparkhub;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Lets a signal end the program as if it had ended by itself: the main thread closes what it
 * opened, then Spark cleans up behind itself, then the status is 0.
 *
 * <p>The order is that of Hadoop's shutdown hooks, the highest priority first; Spark's are among
 * them.
 */
final class CleanEnd {

  private static final int BEFORE_SPARK = 100;
  private static final int AFTER_SPARK = 0;
  private static final long SECONDS_TO_CLOSE = 60;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int status;

  private CleanEnd() {}

  /** From now on, a signal does not end the program before {@link #exit} is called. */
  static CleanEnd onSignal() {
    CleanEnd end = new CleanEnd();
    ShutdownHookManager hooks = ShutdownHookManager.get();
    hooks.addShutdownHook(end::letMainClose, BEFORE_SPARK, SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    hooks.addShutdownHook(() -> Runtime.getRuntime().halt(end.status), AFTER_SPARK);
    return end;
  }

  /** Waits for a signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Whether a signal came: what fails from then on fails because the program is ending. */
  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Ends the program, now that everything is closed; after a signal always with status 0. */
  void exit(int status) {
    this.status = isAsked() ? 0 : status;
    closed.countDown();
    System.exit(this.status);
  }

  private void letMainClose() {
    asked.countDown();
    try {
      closed.await();
    } catch (InterruptedException timeIsOver) {
      Thread.currentThread().interrupt();
    }
  }
}
