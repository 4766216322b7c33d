package org.drystone.registry.internal.log;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.drystone.registry.internal.time.Deadline;

/**
 * Wakes all threads that wait for something, however many, at the cost of waking two.
 *
 * <p>Who rings wakes the first sleepers only; each thread that was woken wakes two more before it
 * goes on, so a thousand are awake after ten steps and take no lock. That reaches everyone because
 * a sleeper is either woken, and then always wakes others on its way out, or leaves by itself, and
 * then nobody has counted on it: one compare-and-set decides which.
 */
final class Bell {

  private static final int BRANCHES = 2;

  private volatile Round present = new Round();

  /** Those who wait for the same ringing. */
  private static final class Round {
    private final Queue<Sleeper> sleepers = new ConcurrentLinkedQueue<>();
    private volatile boolean rung;

    void wakeSome() {
      int woken = 0;
      while (woken < BRANCHES) {
        Sleeper next = sleepers.poll();
        if (next == null) {
          return;
        }
        if (next.settle()) {
          LockSupport.unpark(next.thread);
          woken++;
        }
      }
    }
  }

  /** One waiting thread. */
  private static final class Sleeper {
    private final Thread thread = Thread.currentThread();
    private final AtomicBoolean settled = new AtomicBoolean();

    /** True for the first to decide: the thread that leaves, or another that wakes it. */
    boolean settle() {
      return settled.compareAndSet(false, true);
    }
  }

  /**
   * Waits until the bell rings, the deadline passes, or the test says so. The test is asked after
   * this thread can be woken by a ringing, and whenever it wakes.
   */
  void sleep(Deadline deadline, BooleanSupplier enough) throws InterruptedException {
    Round round = present;
    Sleeper me = new Sleeper();
    round.sleepers.add(me);
    try {
      while (!round.rung && !enough.getAsBoolean() && !deadline.hasPassed()) {
        LockSupport.parkNanos(this, deadline.left());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      if (me.settle()) {
        round.sleepers.remove(me);
      } else {
        round.wakeSome();
      }
    }
  }

  /**
   * Wakes everyone who sleeps. Who begins to sleep at the same time is woken, or finds what this
   * rings for in its test: that must be visible already.
   */
  synchronized void ring() {
    Round round = present;
    if (round.sleepers.isEmpty()) {
      return;
    }
    present = new Round();
    round.rung = true;
    round.wakeSome();
  }
}
