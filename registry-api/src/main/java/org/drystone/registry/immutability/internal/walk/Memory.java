package org.drystone.registry.immutability.internal.walk;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.drystone.registry.immutability.Budget;
import org.drystone.registry.immutability.internal.frames.LimitReachedException;

/** What a walk remembers of the objects that it entered. */
interface Memory {

  /** Remembers nothing. */
  Memory NONE = new None();

  /** Whether an object is worth entering. */
  boolean isNew(Object object) throws LimitReachedException;

  /** How many nodes a walk may look at that remembers like this. */
  long nodes(Budget budget);

  /** Whether a trail may become endless, unless cycles are looked for. */
  boolean canGoRoundInCircles();

  /** Remembers nothing: enough for all but graphs, and trees of the largest size. */
  final class None implements Memory {

    private static final long NODES = 20_000_000;

    @Override
    public boolean isNew(Object object) {
      return true;
    }

    @Override
    public long nodes(Budget budget) {
      return Math.min(NODES, budget.nodes());
    }

    @Override
    public boolean canGoRoundInCircles() {
      return true;
    }
  }

  /** Remembers all, and so looks at each object once. */
  final class Seen implements Memory {

    private static final int OBJECTS = 20_000_000;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public boolean isNew(Object object) throws LimitReachedException {
      if (seen.size() >= OBJECTS) {
        throw new LimitReachedException(
            "comes after " + OBJECTS + " other objects that hold others",
            "Publish it in smaller parts");
      }
      return seen.add(object);
    }

    @Override
    public long nodes(Budget budget) {
      return budget.nodes();
    }

    @Override
    public boolean canGoRoundInCircles() {
      return false;
    }
  }
}
