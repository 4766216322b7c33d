package org.drystone.registry.immutability.internal.frames;

import org.jspecify.annotations.Nullable;

/** Walks the only part of an object. */
public final class SinglePartFrame extends Frame {

  private final String step;
  private @Nullable Object left;

  public SinglePartFrame(Object object, String step, @Nullable Object part) {
    super(object);
    this.step = step;
    this.left = part;
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws LimitReachedException {
    Object part = left;
    left = null;
    return sieve.passes(part) ? null : part;
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append(step);
  }
}
