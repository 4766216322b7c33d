package org.drystone.registry.internal.revisions;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Forgets what nobody may ask for any more, so that memory does not grow with the commits: each
 * commit forgets about as much as it adds. Written by the committing thread only.
 *
 * <p>Readers hold no lock, so one that has just taken its revision may find that it is forgotten
 * ({@link Behind}). That is rare, because some revisions stay however few commits are kept. Where a
 * reader finds nothing at all, it may have been forgotten, too, so it asks {@link #requireKept}.
 */
public final class History {
  private static final long SLACK = 10_000;

  private final long kept;
  private final Queue<Past> past = new ArrayDeque<>();

  /** The oldest revision that can be read; moved before anything is forgotten. */
  private volatile long oldest;

  public History(long commitsKept) {
    this.kept = Math.max(commitsKept, SLACK);
  }

  /** The oldest revision that can be read once that one is visible. */
  public long horizon(long revision) {
    return Math.max(0, revision - kept);
  }

  /**
   * Checks that what is not there was not there at that revision either; called after looking.
   *
   * @throws Behind if it may have been forgotten
   */
  public void requireKept(long revision) {
    if (revision < oldest) {
      throw new Behind();
    }
  }

  /** Takes what this commit puts into the past; called in the order of revisions. */
  public void add(Past superseded) {
    past.add(superseded);
  }

  /** Forgets all that lies behind the horizon of the newest revision. */
  public void forget(long newest) {
    long horizon = horizon(newest);
    oldest = horizon;
    for (Past oldest = past.peek();
        oldest != null && oldest.revision() <= horizon;
        oldest = past.peek()) {
      past.remove();
      oldest.forget();
    }
  }
}
