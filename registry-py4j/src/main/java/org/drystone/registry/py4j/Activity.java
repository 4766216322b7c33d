package org.drystone.registry.py4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what runs in a session, from a command's first line to the last of its answer. */
final class Activity {

  private int running;
  private boolean refusing;

  /** Whether the command may start; if so, {@link #end} follows. */
  synchronized boolean begin() {
    if (refusing) {
      return false;
    }
    running++;
    return true;
  }

  synchronized void end() {
    running--;
    notifyAll();
  }

  /** From now on nothing begins. */
  synchronized void refuse() {
    refusing = true;
  }

  /** Whether everything has ended within the limit. */
  synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (running > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
