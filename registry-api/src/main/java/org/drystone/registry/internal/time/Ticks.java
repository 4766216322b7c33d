package org.drystone.registry.internal.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts how often some time has passed, roughly, on a thread of its own. To look at a clock would
 * cost a read more than all the rest of it; this costs nothing. It is not one of the chores of the
 * {@link Housekeeper}, which an adapter that is slow to release holds up, and which has no thread
 * while nothing is due.
 */
public final class Ticks {

  private final Counter counter;
  private final Thread thread;

  private Ticks(Duration tick) {
    counter = new Counter(tick.toNanos());
    thread = new Thread(counter, "drystone-ticks");
    thread.setDaemon(true);
  }

  /** Counts one each time that so much has passed; from 0. */
  public static Ticks each(Duration tick) {
    Ticks ticks = new Ticks(tick);
    ticks.thread.start();
    return ticks;
  }

  public long now() {
    return counter.now;
  }

  public void stop() {
    thread.interrupt();
  }

  /** All that the thread knows, so that it keeps no hub alive that nobody closed. */
  private static final class Counter implements Runnable {

    private final long tickNanos;
    private volatile long now;

    Counter(long tickNanos) {
      this.tickNanos = tickNanos;
    }

    @Override
    public void run() {
      for (long tick = 1; !Thread.interrupted(); tick++) {
        LockSupport.parkNanos(tickNanos);
        now = tick;
      }
    }
  }
}
