package org.drystone.registry.internal.log;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Commit;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.entries.Entries;
import org.drystone.registry.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The latest commits, unfiltered. Commits without a visible change are not possible, so revisions
 * are consecutive: 1, 2, 3.
 *
 * <p>Appended to by the committing thread only; read without a lock by anybody, who notices when
 * what it looks for was overwritten meanwhile: each commit knows its revision.
 */
public final class CommitLog {

  private static final int FIRST_CAPACITY = 16;

  private final String registryId;
  private final int kept;
  private final Bells bells = new Bells();
  private final Dropped dropped;

  /** The commit of revision r stands at (r - 1) modulo the length. */
  private volatile AtomicReferenceArray<@Nullable Commit> ring;

  /** The revision of the last commit; set after it stands in the ring. */
  private volatile long last;

  private volatile boolean closed;

  public CommitLog(String registryId, Entries entries, int kept) {
    this.registryId = registryId;
    this.dropped = new Dropped(entries);
    this.kept = kept;
    this.ring = new AtomicReferenceArray<>(Math.min(kept, FIRST_CAPACITY));
  }

  /** Appends the next commit and wakes everyone who waits for such a one. */
  public void append(Commit commit) {
    long revision = commit.position().revision();
    if (revision > ring.length() && ring.length() < kept) {
      grow();
    }
    int slot = slot(revision, ring.length());
    Commit oldest = ring.get(slot);
    if (oldest != null) {
      dropped.add(oldest);
    }
    ring.set(slot, commit);
    last = revision;
    bells.ring(commit);
  }

  /**
   * Called by the committing thread before a name is forgotten whose last version was published
   * then, which is not kept any more.
   */
  public void forget(Name name, long lastPublished) {
    dropped.addPublished(name, lastPublished);
  }

  /** The revision of the last commit; 0 before the first. */
  public long last() {
    return last;
  }

  /** The commit of that revision, which is not a later one; null if it is no longer kept. */
  public @Nullable Commit find(long revision) {
    AtomicReferenceArray<@Nullable Commit> now = ring;
    Commit commit = now.get(slot(revision, now.length()));
    return commit != null && commit.position().revision() == revision ? commit : null;
  }

  /**
   * Where a watch that has seen that revision can go on, if nothing that it missed concerns it.
   *
   * @throws CompactedException if something does
   */
  public long skip(long seen, Predicate<Dropped.Trace> concern) {
    long oldest = oldest();
    if (oldest <= seen) {
      return seen;
    }
    if (dropped.anyAfter(seen, oldest, concern)) {
      throw compacted(seen, oldest);
    }
    return oldest;
  }

  /**
   * Checks that every commit after that revision is still there.
   *
   * @throws CompactedException if one is no longer kept
   */
  public void requireKept(long revision) {
    long oldest = oldest();
    if (revision < oldest) {
      throw compacted(revision, oldest);
    }
  }

  /** The oldest revision after which all commits are kept. */
  public long oldest() {
    long newest = last;
    return Math.max(0, newest - ring.length());
  }

  /**
   * Waits until there is a commit after that revision that may concern the scope, the deadline
   * passes, or the test says so; perhaps for less.
   *
   * @param scope null for any commit
   * @param stopped asked after a commit can wake this thread, and whenever it wakes
   * @throws ClosedException if the log was closed
   */
  public void awaitAfter(
      long revision, @Nullable Scope scope, Deadline deadline, BooleanSupplier stopped)
      throws InterruptedException {
    bells.await(scope, deadline, () -> last > revision || closed || stopped.getAsBoolean());
    if (closed) {
      throw Closed.hub();
    }
  }

  /** Ends all waiting with {@link ClosedException}. */
  public void close() {
    closed = true;
    bells.ringAll();
  }

  private void grow() {
    AtomicReferenceArray<@Nullable Commit> smaller = ring;
    int length = Math.min(kept, smaller.length() * 2);
    AtomicReferenceArray<@Nullable Commit> larger = new AtomicReferenceArray<>(length);
    for (int i = 0; i < smaller.length(); i++) {
      larger.set(i, smaller.get(i));
    }
    ring = larger;
  }

  private static int slot(long revision, int length) {
    return (int) ((revision - 1) % length);
  }

  private CompactedException compacted(long revision, long oldest) {
    return new CompactedException(
        "Changes after " + new Position(registryId, revision) + " cannot be told",
        "the oldest position from which all is kept is " + new Position(registryId, oldest),
        "List what is there now and watch after the position of that list");
  }
}
