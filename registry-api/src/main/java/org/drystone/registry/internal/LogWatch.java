package org.drystone.registry.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Position;
import org.drystone.registry.Scope;
import org.drystone.registry.Watch;

/** Walks along the log at the reader's pace. */
final class LogWatch implements Watch {

  private final Core core;
  private final Sight sight;
  private final Predicate<Scope> filter;
  private volatile long seen;
  private volatile boolean closed;

  LogWatch(Core core, Sight sight, Predicate<Scope> filter, long seen) {
    this.core = core;
    this.sight = sight;
    this.filter = filter;
    this.seen = seen;
  }

  @Override
  public Optional<Commit> next(Duration limit) throws InterruptedException {
    long left = CommitLog.nanos(limit);
    while (true) {
      requireOpen();
      Commit commit = core.log.after(seen);
      if (commit == null) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = core.log.awaitAfter(seen, left, () -> closed);
      } else {
        Optional<Commit> shown = shown(commit);
        seen = commit.position().revision();
        if (shown.isPresent()) {
          return shown;
        }
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
    core.log.wake();
  }

  /**
   * What the reader may see of it and the filter lets pass; empty if that is nothing.
   *
   * @throws org.drystone.registry.CompactedException if it is no longer known who could see it
   */
  private Optional<Commit> shown(Commit commit) {
    return core.present(
        now -> {
          core.log.requireKept(commit.position().revision() - 1);
          return shown(commit, now);
        });
  }

  private Optional<Commit> shown(Commit commit, long now) {
    List<Change> changes =
        sight.of(commit, now).stream().filter(change -> filter.test(change.scope())).toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Commit(commit.position(), commit.author(), commit.time(), changes));
  }

  private void requireOpen() {
    core.revision();
    if (closed) {
      throw Closed.watch();
    }
  }
}
