package org.drystone.registry.internal;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Forgets what nobody may ask for any more, so that memory does not grow with the commits: each
 * commit forgets about as much as it adds. Used by the committing thread only.
 *
 * <p>Readers hold no lock, so one that has just taken its revision may find that it is forgotten
 * ({@link Behind}). That is rare, because some revisions stay however few commits are kept.
 */
final class History {
  private static final long SLACK = 10_000;

  private final long kept;
  private final Queue<Past> past = new ArrayDeque<>();

  History(long commitsKept) {
    this.kept = Math.max(commitsKept, SLACK);
  }

  /** The oldest revision that can be read once that one is visible. */
  long horizon(long revision) {
    return Math.max(0, revision - kept);
  }

  /** Takes what this commit puts into the past; called in the order of revisions. */
  void add(Past superseded) {
    past.add(superseded);
  }

  /** Forgets all that lies behind the horizon of the newest revision. */
  void forget(long newest) {
    long horizon = horizon(newest);
    for (Past oldest = past.peek();
        oldest != null && oldest.revision() <= horizon;
        oldest = past.peek()) {
      past.remove();
      oldest.forget();
    }
  }
}
