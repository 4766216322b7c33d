package org.drystone.examples.sparkhub;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.drystone.registry.RegistryException;

/**
 * Lets a signal end a program as if it had ended by itself: the main thread closes what it opened,
 * then Spark cleans up behind itself, then the status is 0.
 *
 * <p>The order is that of Hadoop's shutdown hooks, the highest priority first; Spark's are among
 * them.
 */
final class CleanEnd {

  /** What runs until the end, and has closed everything when it returns. */
  @FunctionalInterface
  interface Program {
    void run(CleanEnd end) throws Exception;
  }

  private static final int BEFORE_SPARK = 100;
  private static final int AFTER_SPARK = 0;
  private static final long SECONDS_TO_CLOSE = 60;

  private static final int WELL = 0;
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile int status;

  private CleanEnd() {}

  /** Runs a program, then ends the JVM: with status 2 and one line if it was asked wrongly. */
  static void after(Program program) {
    CleanEnd end = new CleanEnd();
    ShutdownHookManager hooks = ShutdownHookManager.get();
    hooks.addShutdownHook(end::letMainClose, BEFORE_SPARK, SECONDS_TO_CLOSE, TimeUnit.SECONDS);
    hooks.addShutdownHook(() -> Runtime.getRuntime().halt(end.status), AFTER_SPARK);
    end.exit(end.run(program));
  }

  /** Waits for a signal. */
  void await() throws InterruptedException {
    asked.await();
  }

  private int run(Program program) {
    try {
      program.run(this);
      return WELL;
    } catch (UsageException | RegistryException refused) {
      System.err.println("examples/hub: " + refused.getMessage());
      return REFUSED;
    } catch (Exception failed) {
      if (!isAsked()) {
        failed.printStackTrace();
      }
      return FAILED;
    }
  }

  private void exit(int ownStatus) {
    // What fails after a signal fails because the program is ending.
    status = isAsked() ? WELL : ownStatus;
    closed.countDown();
    System.exit(status);
  }

  private boolean isAsked() {
    return asked.getCount() == 0;
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
