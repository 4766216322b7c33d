package org.drystone.registry.internal.time;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts minutes, roughly, on a thread of its own. To look at a clock would cost a read more than
 * all the rest of it; this costs nothing. It is not one of the chores of the {@link Housekeeper},
 * which an adapter that is slow to release holds up, and which has no thread while nothing is due.
 */
public final class Ticks {

  private static final long TICK_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Counter counter = new Counter();
  private final Thread thread = new Thread(counter, "drystone-ticks");

  private Ticks() {
    thread.setDaemon(true);
  }

  public static Ticks start() {
    Ticks ticks = new Ticks();
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

    private volatile long now;

    @Override
    public void run() {
      for (long tick = 1; !Thread.interrupted(); tick++) {
        LockSupport.parkNanos(TICK_NANOS);
        now = tick;
      }
    }
  }
}
