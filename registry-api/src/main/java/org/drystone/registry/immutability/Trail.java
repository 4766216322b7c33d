package org.drystone.registry.immutability;

import java.util.Arrays;

/** The way from the root to where a walk is. */
final class Trail {

  /** From this depth on, cycles are looked for whenever the trail is twice as long. */
  private static final int SUSPICIOUS = 1_024;

  /** How many steps at either end of a path are shown. */
  private static final int SHOWN = 20;

  private final String rootName;
  private final Memory memory;
  private final int limit;
  private Frame[] frames = new Frame[4];
  private int depth;
  private int nextSearch;

  Trail(String rootName, Memory memory, int limit) {
    this.rootName = rootName;
    this.memory = memory;
    this.limit = limit;
    this.nextSearch = memory.canGoRoundInCircles() ? SUSPICIOUS : Integer.MAX_VALUE;
  }

  String rootName() {
    return rootName;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  Frame last() {
    return frames[depth - 1];
  }

  /** Whether an object is to be entered from here. */
  boolean isNew(Object object) throws LimitReachedException {
    if (depth >= limit) {
      throw new LimitReachedException(
          "lies deeper than " + limit + " objects within each other",
          "Publish it in smaller parts, or give the checker a larger budget");
    }
    return memory.isNew(object);
  }

  void push(Frame frame) throws LimitReachedException {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    frames[depth++] = frame;
    if (depth == nextSearch) {
      nextSearch = depth * 2;
      searchCycle();
    }
  }

  void pop() {
    frames[--depth] = null;
  }

  /**
   * A trail in a cycle repeats itself; then what lies in its middle lies elsewhere on it as well,
   * as soon as it is long enough.
   */
  private void searchCycle() throws LimitReachedException {
    int middle = depth / 2;
    Object object = frames[middle].object();
    for (int i = 0; i < depth; i++) {
      if (i != middle && frames[i].object() == object) {
        throw new LimitReachedException("lies in a cycle", "Break the cycle");
      }
    }
  }

  /** The path, as {@code Report.rows[3].when}; of a very long one the beginning and the end. */
  String path() {
    StringBuilder path = new StringBuilder(rootName);
    int left = depth <= 2 * SHOWN ? depth : SHOWN;
    append(path, 0, left);
    if (left < depth) {
      path.append("..(").append(depth - 2 * SHOWN).append(" more)..");
      append(path, depth - SHOWN, depth);
    }
    return path.toString();
  }

  private void append(StringBuilder path, int from, int to) {
    for (int i = from; i < to; i++) {
      frames[i].appendStep(path);
    }
  }
}
