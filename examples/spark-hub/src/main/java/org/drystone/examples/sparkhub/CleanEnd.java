package org.drystone.examples.sparkhub;

import java.util.concurrent.CountDownLatch;
import org.drystone.registry.RegistryException;

/**
 * Lets a signal end a program as if it had ended by itself: the main thread closes what it opened,
 * and the status is 0.
 */
final class CleanEnd {

  /** What runs until the end, and has closed everything when it returns. */
  @FunctionalInterface
  interface Program {
    void run(CleanEnd end) throws Exception;
  }

  private static final int WELL = 0;
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private final CountDownLatch asked = new CountDownLatch(1);

  private CleanEnd() {}

  /** Runs a program, then ends the JVM: with status 2 and one line if it was asked wrongly. */
  static void after(Program program) {
    CleanEnd end = new CleanEnd();
    Signals.on("TERM", end.asked::countDown);
    Signals.on("INT", end.asked::countDown);
    System.exit(end.run(program));
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
      failed.printStackTrace();
      return FAILED;
    }
  }
}
