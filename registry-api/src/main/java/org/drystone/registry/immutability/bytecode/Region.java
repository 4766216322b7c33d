package org.drystone.registry.immutability.bytecode;

import java.util.BitSet;

/** How a guard divides the instructions of a method. */
final class Region {

  private final BitSet fill;
  private final BitSet hit;
  private final BitSet before;

  Region(MethodFlow flow, Paths paths, Guard guard) {
    BitSet all = paths.reachable(0, (from, to) -> true);
    fill = minus(all, paths.reachable(0, (from, to) -> !guard.isEmptyWay(from, to)));
    hit = minus(all, paths.reachable(0, (from, to) -> !guard.isFilledWay(from, to)));
    before =
        paths.reachable(
            0, (from, to) -> !guard.isEmptyWay(from, to) && !guard.isFilledWay(from, to));
  }

  private static BitSet minus(BitSet all, BitSet others) {
    BitSet rest = (BitSet) all.clone();
    rest.andNot(others);
    return rest;
  }

  /** Reached only when the field was found empty. */
  boolean isFill(int index) {
    return fill.get(index);
  }

  /** Reached only when the field was found filled. */
  boolean isHit(int index) {
    return hit.get(index);
  }

  /** Reached before anything was found. */
  boolean isBefore(int index) {
    return before.get(index);
  }
}
