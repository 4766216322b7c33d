package org.drystone.registry.internal.watching;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.drystone.registry.Change;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Commit;
import org.drystone.registry.Position;
import org.drystone.registry.Watch;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.log.Dropped;
import org.drystone.registry.internal.revisions.Behind;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** Walks along the log at the reader's pace. */
final class LogWatch implements Watch {

  private final Core core;
  private final Sight sight;
  private final Interest interest;
  private volatile long seen;
  private volatile boolean closed;

  /** Who waits in {@link #next} now. */
  private volatile @Nullable Thread waiting;

  /**
   * Watches after that revision.
   *
   * @throws org.drystone.registry.CompactedException if something of that is no longer kept
   */
  LogWatch(Core core, Reader reader, Interest interest, long seen) {
    this.core = core;
    this.sight = new Sight(core, reader);
    this.interest = interest;
    this.seen = core.log.skip(seen, this::isMissed);
  }

  @Override
  public Optional<Commit> next(Duration limit) throws InterruptedException {
    Deadline deadline = Deadline.in(limit);
    while (true) {
      Commit commit = poll();
      if (commit != null || deadline.hasPassed()) {
        return Optional.ofNullable(commit);
      }
      await(deadline);
    }
  }

  /** The next commit that is to be told, or null if there is none yet. */
  @Nullable Commit poll() {
    while (true) {
      requireOpen();
      if (seen >= core.log.last()) {
        return null;
      }
      Commit shown = step();
      if (shown != null) {
        return shown;
      }
    }
  }

  @Override
  public Position position() {
    return core.position(seen);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(waiting);
  }

  private void await(Deadline deadline) throws InterruptedException {
    waiting = Thread.currentThread();
    try {
      core.log.awaitAfter(seen, interest.scope(), deadline, () -> closed);
    } finally {
      waiting = null;
    }
  }

  /** Moves on, and returns what is to be told of that, if anything is. */
  private @Nullable Commit step() {
    Commit commit = core.log.find(seen + 1);
    if (commit == null) {
      seen = core.log.skip(seen, this::isMissed);
      return null;
    }
    try {
      Commit shown = interest.concerns(commit) ? shown(commit) : null;
      seen = commit.position().revision();
      return shown;
    } catch (Behind e) {
      return null; // By now the commit is no longer kept either: the next step says so.
    }
  }

  private boolean isMissed(Dropped.Trace trace) {
    return interest.concerns(trace) && sight.couldSee(trace);
  }

  /** What the reader may see of it and the filter lets pass; null if that is nothing. */
  private @Nullable Commit shown(Commit commit) {
    List<Change> changes =
        sight.of(commit, core.revision()).stream().filter(interest::passes).toList();
    core.history.requireKept(commit.position().revision() - 1); // else names may be missing
    return changes.isEmpty()
        ? null
        : new Commit(commit.position(), commit.author(), commit.time(), changes);
  }

  private void requireOpen() {
    core.revision();
    if (closed) {
      throw new ClosedException(
          "The watch gives no more changes",
          "it was closed",
          "Open a new watch after the position of this one");
    }
  }
}
