package org.drystone.registry.immutability.internal.frames;

import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** An object on the way from the root to where the walk is, and which of its parts comes next. */
public abstract class Frame {

  private final Object object;
  private @Nullable Frame outer;

  Frame(Object object) {
    this.object = object;
  }

  /** The object. */
  public final Object object() {
    return object;
  }

  /** Where the object was found; null for the root. */
  public final @Nullable Frame outer() {
    return outer;
  }

  public final void liesIn(@Nullable Frame finder) {
    outer = finder;
  }

  /** Moves to the next part that does not pass the sieve; null if there is none left. */
  public abstract @Nullable Object next(Sieve sieve)
      throws ReflectiveOperationException, LimitReachedException;

  /** The custody of the part moved to. */
  public Custody custody() {
    return Custody.SHARED;
  }

  /** Appends how the part moved to is reached: {@code .rows}, {@code [3]}. */
  public abstract void appendStep(StringBuilder path);
}
