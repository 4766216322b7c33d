package org.drystone.registry.internal.core;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.OutcomeUnknownException;
import org.drystone.registry.Principal;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.internal.log.Closed;
import org.drystone.registry.spi.Journal;
import org.jspecify.annotations.Nullable;

/** Gives the revisions: one commit at a time, checked, journalled, applied, then shown. */
public final class Commits {

  private final Core core;
  private final Journal journal;
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by lock. */
  private long last;

  private Instant lastTime = Instant.MIN;

  private boolean closed;
  private boolean journalFailed;

  Commits(Core core, Journal journal) {
    this.core = core;
    this.journal = journal;
  }

  /** What a commit will do, decided under the lock with nothing changed yet. */
  public record Plan<R>(List<Change> changes, Runnable apply, R result) {

    /** Nothing needs to be changed: no commit is made. */
    public static <R> Plan<R> nothing(R result) {
      return new Plan<>(List.of(), () -> {}, result);
    }

    /** The same plan, giving something else. */
    public <Q> Plan<Q> as(Function<R, Q> other) {
      return new Plan<>(changes, apply, other.apply(result));
    }
  }

  /** Decides what to do, as of the revision before the one that the commit will have. */
  @FunctionalInterface
  public interface Planner<R> {
    Plan<R> plan(long before, long revision, Instant time);
  }

  /**
   * Makes one commit. The planner runs under the lock: it checks and throws, or plans; it must be
   * quick and run no user code.
   *
   * @throws org.drystone.registry.ClosedException if the hub is closed
   * @throws OutcomeUnknownException if the journal failed now
   * @throws UnavailableException if it failed before
   */
  public <R> R commit(Principal author, Planner<R> planner) {
    Done<R> done = locked(() -> commitLocked(author, planner));
    if (done.commit() != null) {
      core.listeners.committed(done.commit());
      core.subscriptions.committed(done.commit());
    }
    return done.result();
  }

  /** What came of a plan, to be told once the lock is free. */
  private record Done<R>(@Nullable Commit commit, R result) {}

  private <R> Done<R> commitLocked(Principal author, Planner<R> planner) {
    requireWritable();
    long revision = last + 1;
    Instant time = later(core.clock.instant());
    Plan<R> plan = planner.plan(last, revision, time);
    if (plan.changes().isEmpty()) {
      return new Done<>(null, plan.result());
    }
    Commit commit = new Commit(core.position(revision), author, time, plan.changes());
    append(commit);
    plan.apply().run();
    core.aliasTrails.add(commit);
    core.usages.add(commit);
    last = revision;
    lastTime = time;
    core.show(revision);
    core.claims.committed(commit);
    core.log.append(commit);
    core.history.forget(revision);
    return new Done<>(commit, plan.result());
  }

  /** Times never go back, so that they find revisions. */
  private Instant later(Instant time) {
    return time.isBefore(lastTime) ? lastTime : time;
  }

  /** Runs the action once, after which no commit is made; false if that was so before. */
  boolean close(Runnable action) {
    return locked(
        () -> {
          if (closed) {
            return false;
          }
          closed = true;
          action.run();
          return true;
        });
  }

  /** Runs the action while no commit is made; it must be quick and run no user code. */
  public <R> R exclusively(Supplier<R> action) {
    return locked(action);
  }

  /** The revision of the last commit; called by the committing thread. */
  public long last() {
    return last;
  }

  private <R> R locked(Supplier<R> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private void requireWritable() {
    if (closed) {
      throw Closed.hub();
    }
    if (journalFailed) {
      throw new UnavailableException(
          "The registry takes no more changes",
          "its journal failed",
          "Read on; restart the hub to write again");
    }
  }

  /** Whatever ends the journal early, the commit may be in it: no more are made. */
  private void append(Commit commit) {
    boolean appended = false;
    try {
      journal.append(commit);
      appended = true;
    } catch (IOException | RuntimeException e) {
      throw unknown(e);
    } finally {
      journalFailed = !appended;
    }
  }

  private static OutcomeUnknownException unknown(Exception failure) {
    OutcomeUnknownException unknown =
        new OutcomeUnknownException(
            "It is not known whether the change was kept",
            "the journal failed: " + failure.getMessage(),
            "After a restart, look what is there before repeating it");
    unknown.initCause(failure);
    return unknown;
  }
}
