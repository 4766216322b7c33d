package org.drystone.registry.immutability.internal.caches;

import java.util.BitSet;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.Guard;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.flow.Paths;

/** How a guard divides the instructions of a method. */
final class Region {

  private final BitSet fill;
  private final BitSet hit;
  private final BitSet asked;
  private final BitSet inside = new BitSet();

  Region(Naming naming, Guard guard) {
    Paths paths = naming.paths();
    fill = paths.onlyBy(guard::isEmptyWay);
    hit = paths.onlyBy(guard::isFilledWay);
    asked = paths.onlyBy((from, to) -> guard.isEmptyWay(from, to) || guard.isFilledWay(from, to));
    Arms arms = new Arms(naming.flow(), paths);
    guard.tests().forEach(test -> inside.or(arms.of(test)));
  }

  /** Reached only when the field was found empty. */
  boolean isFill(int index) {
    return fill.get(index);
  }

  /** Reached only when the field was found filled. */
  boolean isHit(int index) {
    return hit.get(index);
  }

  /** Reached only after the guard was asked. */
  boolean isAsked(int index) {
    return asked.get(index);
  }

  /** Whether it depends on what the guard finds that the control comes here. */
  boolean isInside(int index) {
    return inside.get(index);
  }
}
