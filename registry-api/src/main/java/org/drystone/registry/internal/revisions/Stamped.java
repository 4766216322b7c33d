package org.drystone.registry.internal.revisions;

import org.jspecify.annotations.Nullable;

/**
 * What something was since some revision, linked to what it was before, as far as that is kept.
 *
 * @param <S> what is linked: the subclass itself
 */
public abstract class Stamped<S extends Stamped<S>> implements Past {
  private static final Stamped<?> FORGOTTEN = new Forgotten();

  private final long revision;
  private volatile @Nullable Stamped<S> before;

  protected Stamped(long revision, @Nullable Stamped<S> before) {
    this.revision = revision;
    this.before = before;
  }

  @Override
  public final long revision() {
    return revision;
  }

  /**
   * What it was as of a revision, or null if it was nothing yet.
   *
   * @throws Behind if that is no longer known
   */
  @SuppressWarnings("unchecked") // only what can be forgotten is linked, and it is not given out
  public final @Nullable S asOf(long asked) {
    Stamped<S> stamped = this;
    while (stamped != null && stamped.revision > asked) {
      stamped = stamped.before;
    }
    if (stamped == FORGOTTEN) {
      throw new Behind();
    }
    return (S) stamped;
  }

  /** What comes before the next one of that revision: this, unless this is of the same revision. */
  public final @Nullable Stamped<S> before(long next) {
    return revision < next ? this : before;
  }

  /** What was before this is told to nobody any more. */
  @Override
  @SuppressWarnings("unchecked") // it is not given out
  public final void forget() {
    before = (Stamped<S>) FORGOTTEN;
  }

  private static final class Forgotten extends Stamped<Forgotten> {
    Forgotten() {
      super(0, null);
    }
  }
}
