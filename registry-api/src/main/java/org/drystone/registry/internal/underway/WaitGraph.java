package org.drystone.registry.internal.underway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which claim needs the end of which. An edge is checked and added in one step, so whoever would
 * close a circle is the one who finds it. Claims that have ended hold up nobody. The lock here is
 * the last in the order and held for a walk over the claims that wait for each other.
 */
public final class WaitGraph {

  /** A claim granted for the sake of another: new, so it closes no circle. */
  public synchronized void nest(HeldClaim outer, HeldClaim inner) {
    outer.needs.add(inner);
  }

  /**
   * Notes that one claim waits for another, unless that would be for ever.
   *
   * @return the circle, from the claim that is waited for to the one that waits; empty if there is
   *     none and the edge was added
   */
  public synchronized List<HeldClaim> enter(HeldClaim waiting, HeldClaim awaited) {
    List<HeldClaim> circle = path(awaited, waiting);
    if (circle.isEmpty()) {
      waiting.needs.add(awaited);
    }
    return circle;
  }

  public synchronized void leave(HeldClaim waiting, HeldClaim awaited) {
    waiting.needs.remove(awaited);
  }

  /** A way along what claims need, both ends included, or empty if there is none. */
  private static List<HeldClaim> path(HeldClaim from, HeldClaim to) {
    Map<HeldClaim, @Nullable HeldClaim> cameFrom = new HashMap<>();
    cameFrom.put(from, null);
    Deque<HeldClaim> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      HeldClaim claim = open.remove();
      if (claim == to) {
        return back(to, cameFrom);
      }
      for (HeldClaim next : claim.needs) {
        if (next.isOpen() && !cameFrom.containsKey(next)) {
          cameFrom.put(next, claim);
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<HeldClaim> back(HeldClaim end, Map<HeldClaim, @Nullable HeldClaim> cameFrom) {
    List<HeldClaim> path = new ArrayList<>();
    for (HeldClaim claim = end; claim != null; claim = cameFrom.get(claim)) {
      path.add(0, claim);
    }
    return path;
  }
}
