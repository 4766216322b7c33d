package org.drystone.registry.internal.revisions;

import org.jspecify.annotations.Nullable;

/** A value since some revision, linked to what it was before, as far as that is kept. */
final class Stamped<V> implements Past {
  private static final Stamped<?> FORGOTTEN = new Stamped<>(0, "forgotten", null);

  private final long revision;
  private final V value;
  private volatile @Nullable Stamped<V> before;

  Stamped(long revision, V value, @Nullable Stamped<V> before) {
    this.revision = revision;
    this.value = value;
    this.before = before;
  }

  @Override
  public long revision() {
    return revision;
  }

  V value() {
    return value;
  }

  /**
   * The value as of a revision, or null if there was none yet.
   *
   * @throws Behind if that is no longer known
   */
  @Nullable V asOf(long asked) {
    Stamped<V> stamped = this;
    while (stamped != null && stamped.revision > asked) {
      stamped = stamped.before;
    }
    if (stamped == FORGOTTEN) {
      throw new Behind();
    }
    return stamped == null ? null : stamped.value;
  }

  /** What was before this is told to nobody any more. */
  @Override
  @SuppressWarnings("unchecked") // its value is never given out
  public void forget() {
    before = (Stamped<V>) FORGOTTEN;
  }
}
