package org.drystone.registry.immutability.internal.ownership;

import java.util.BitSet;

/**
 * Containers in containers: the one in the field is of level 0, those that are elements of it, or
 * values of a map, are of level 1, and so on. What is in the last level that is asked about is
 * looked at by itself.
 */
final class Levels {

  private final int count;
  private final BitSet bare = new BitSet();

  Levels(int count) {
    this.count = count;
  }

  /** The level whose elements are looked at by themselves. */
  int last() {
    return count - 1;
  }

  /** Whether what is in a container of that level matters. */
  boolean matterWithin(int level) {
    return level < last();
  }

  /** Takes note that there is a container of that level that can be changed by who has it. */
  void noteBare(int level) {
    if (level < count) {
      bare.set(level);
    }
  }

  /** Whether, by what was found so far, who has a container of that level may change one. */
  boolean areOpenFrom(int level) {
    return bare.nextSetBit(level) >= 0;
  }

  /** Whether who sees what is in a container of that level may change it. */
  boolean showWithin(int level) {
    return matterWithin(level) && areOpenFrom(level + 1);
  }

  /** Grows with what becomes known. */
  int size() {
    return bare.cardinality();
  }
}
