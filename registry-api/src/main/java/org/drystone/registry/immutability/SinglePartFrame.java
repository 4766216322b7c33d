package org.drystone.registry.immutability;

import org.jspecify.annotations.Nullable;

/** Walks the only part of an object. */
final class SinglePartFrame extends Frame {

  private final String step;
  private @Nullable Object left;

  SinglePartFrame(Object object, String step, @Nullable Object part) {
    super(object);
    this.step = step;
    this.left = part;
  }

  @Override
  @Nullable Object next(Sieve sieve) throws LimitReachedException {
    Object part = left;
    left = null;
    return sieve.passes(part) ? null : part;
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append(step);
  }
}
