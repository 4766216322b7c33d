package org.drystone.registry.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something that changes with the revisions. Written by the committing thread only, before the
 * revision is visible; read by anybody, without a lock, as of a revision.
 */
final class Cell<V> {

  private volatile @Nullable Stamped<V> head;

  /** The value as of that revision, or null if there was none yet. */
  @Nullable V asOf(long revision) {
    Stamped<V> stamped = head;
    while (stamped != null && stamped.revision() > revision) {
      stamped = stamped.before();
    }
    return stamped == null ? null : stamped.value();
  }

  /** Sets the value from that revision on, which is later than all before. */
  void set(long revision, V value) {
    head = new Stamped<>(revision, value, head);
  }
}
