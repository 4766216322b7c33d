package org.drystone.registry.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Commit;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Position;
import org.jspecify.annotations.Nullable;

/**
 * The latest commits, unfiltered, and the bell that rings when one becomes visible. Commits without
 * a visible change are not possible, so revisions are consecutive: 1, 2, 3.
 */
final class CommitLog {

  private static final int FIRST_CAPACITY = 16;

  private final String registryId;
  private final int kept;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();

  /** A ring: the commit of revision r stands at (r - 1) modulo the length. Guarded by lock. */
  private @Nullable Commit[] ring;

  /** The revision of the last commit. Guarded by lock. */
  private long last;

  private boolean closed;

  CommitLog(String registryId, int kept) {
    this.registryId = registryId;
    this.kept = kept;
    this.ring = new Commit[Math.min(kept, FIRST_CAPACITY)];
  }

  /** Appends the next commit and wakes everyone who waits. */
  void append(Commit commit) {
    lock.lock();
    try {
      last = commit.position().revision();
      if (last > ring.length && ring.length < kept) {
        grow();
      }
      ring[slot(last)] = commit;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The commit after that revision, or null if there is none yet.
   *
   * @throws CompactedException if it is no longer kept
   */
  @Nullable Commit after(long revision) {
    lock.lock();
    try {
      if (revision >= last) {
        return null;
      }
      requireKeptLocked(revision);
      return ring[slot(revision + 1)];
    } finally {
      lock.unlock();
    }
  }

  /**
   * Checks that every commit after that revision is still there.
   *
   * @throws CompactedException if one is no longer kept
   */
  void requireKept(long revision) {
    lock.lock();
    try {
      requireKeptLocked(revision);
    } finally {
      lock.unlock();
    }
  }

  private void requireKeptLocked(long revision) {
    long oldest = Math.max(0, last - ring.length);
    if (revision < oldest) {
      throw compacted(revision, oldest);
    }
  }

  /**
   * Waits until there is a commit after that revision, the time has passed, or the watch is closed.
   *
   * @param nanos how long to wait at most
   * @param stopped asked under the lock whenever the thread wakes
   * @return the nanoseconds that are left; 0 or less if the time has passed
   * @throws ClosedException if the log was closed
   */
  long awaitAfter(long revision, long nanos, Stop stopped) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (last <= revision && left > 0 && !stopped.isStopped() && !closed) {
        left = grown.awaitNanos(left);
      }
      if (closed) {
        throw Closed.hub();
      }
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes everyone who waits, so that they look at their {@link Stop} again. */
  void wake() {
    lock.lock();
    try {
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting with {@link ClosedException}. */
  void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether someone who waits shall wait no longer. */
  @FunctionalInterface
  interface Stop {
    boolean isStopped();

    /** Waits on. */
    static Stop never() {
      return () -> false;
    }
  }

  /** The limit in nanoseconds, 0 for one that has passed; ages away it is cut to what fits. */
  static long nanos(Duration limit) {
    return limit.isNegative() ? 0 : TimeUnit.NANOSECONDS.convert(limit);
  }

  private void grow() {
    Commit[] larger = new Commit[Math.min(kept, ring.length * 2)];
    for (long revision = Math.max(1, last - ring.length); revision < last; revision++) {
      larger[(int) ((revision - 1) % larger.length)] = ring[slot(revision)];
    }
    ring = larger;
  }

  private int slot(long revision) {
    return (int) ((revision - 1) % ring.length);
  }

  private CompactedException compacted(long revision, long oldest) {
    return new CompactedException(
        "Changes after " + new Position(registryId, revision) + " cannot be told",
        "the oldest position from which all is kept is " + new Position(registryId, oldest),
        "List what is there now and watch after the position of that list");
  }
}
