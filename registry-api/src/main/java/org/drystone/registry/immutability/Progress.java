package org.drystone.registry.immutability;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** How far a walk has come, and what it has seen. */
final class Progress {

  private final Limits limits;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private long steps;

  Progress(Limits limits) {
    this.limits = limits;
  }

  /** Counts an object. */
  void step() throws LimitReachedException {
    if (++steps > limits.steps()) {
      throw new LimitReachedException("has more than " + limits.steps() + " parts");
    }
  }

  /** Whether the object was not seen before; always true where nothing is remembered. */
  boolean isNew(Object object, int depth) throws LimitReachedException {
    if (depth >= limits.depth()) {
      throw new LimitReachedException("is nested deeper than " + limits.depth() + " objects");
    }
    if (limits.distinct() == 0) {
      return true;
    }
    if (seen.size() >= limits.distinct()) {
      throw new LimitReachedException("has more than " + limits.distinct() + " objects");
    }
    return seen.add(object);
  }
}
