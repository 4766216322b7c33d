package org.drystone.registry.internal.revisions;

import org.jspecify.annotations.Nullable;

/**
 * Something that changes with the revisions. Written by the committing thread only, before the
 * revision is visible; read by anybody, without a lock, as of a revision.
 */
public final class Cell<V> {
  private volatile @Nullable Since<V> head;

  /** A value since a revision. */
  private static final class Since<V> extends Stamped<Since<V>> {
    private final V value;

    Since(long revision, V value, @Nullable Since<V> before) {
      super(revision, before);
      this.value = value;
    }
  }

  /**
   * The value as of that revision, or null if there was none yet.
   *
   * @throws Behind if that is no longer known
   */
  public @Nullable V asOf(long revision) {
    Since<V> newest = head;
    Since<V> then = newest == null ? null : newest.asOf(revision);
    return then == null ? null : then.value;
  }

  /** Sets the value from that revision on, which is not earlier than any before. */
  public void set(long revision, V value, History history) {
    Since<V> before = head;
    Since<V> now = new Since<>(revision, value, before);
    head = now;
    if (before != null) {
      history.add(now);
    }
  }

  /** Whether the newest value is of that revision; called by the committing thread. */
  boolean isSince(long revision) {
    Since<V> newest = head;
    return newest != null && newest.revision() == revision;
  }
}
