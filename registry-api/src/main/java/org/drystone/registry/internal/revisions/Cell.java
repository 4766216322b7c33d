package org.drystone.registry.internal.revisions;

import org.jspecify.annotations.Nullable;

/**
 * Something that changes with the revisions. Written by the committing thread only, before the
 * revision is visible; read by anybody, without a lock, as of a revision.
 */
public final class Cell<V> {
  private volatile @Nullable Stamped<V> head;

  /**
   * The value as of that revision, or null if there was none yet.
   *
   * @throws Behind if that is no longer known
   */
  public @Nullable V asOf(long revision) {
    Stamped<V> stamped = head;
    if (stamped == null) {
      return null;
    }
    return stamped.revision() <= revision ? stamped.value() : stamped.asOf(revision);
  }

  /** Sets the value from that revision on, which is not earlier than any before. */
  public void set(long revision, V value, History history) {
    Stamped<V> before = head;
    Stamped<V> now = new Stamped<>(revision, value, before);
    head = now;
    if (before != null) {
      history.add(now);
    }
  }
}
