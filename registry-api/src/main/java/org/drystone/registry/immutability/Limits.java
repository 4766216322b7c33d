package org.drystone.registry.immutability;

/**
 * How far a walk goes.
 *
 * @param steps how many objects are looked at
 * @param depth how many objects may lie within each other
 * @param distinct how many objects are remembered as seen
 */
record Limits(long steps, int depth, int distinct) {

  /** Enough for all but the largest trees; nothing is remembered, which is many times faster. */
  static final Limits TREE = new Limits(20_000_000, 1_000, 0);

  /** For graphs, with cycles or with much that is shared. */
  static final Limits GRAPH = new Limits(1_000_000_000, 20_000_000, 20_000_000);
}
