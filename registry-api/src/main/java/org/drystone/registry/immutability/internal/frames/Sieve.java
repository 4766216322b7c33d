package org.drystone.registry.immutability.internal.frames;

import org.jspecify.annotations.Nullable;

/** Is shown each part of an object, in order, and holds back what is worth entering. */
public interface Sieve {

  /** Whether there is nothing more to look at in a part. */
  boolean passes(@Nullable Object part) throws LimitReachedException;
}
