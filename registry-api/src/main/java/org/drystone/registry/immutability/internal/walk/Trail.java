package org.drystone.registry.immutability.internal.walk;

import org.drystone.registry.immutability.internal.frames.Frame;
import org.drystone.registry.immutability.internal.frames.LimitReachedException;
import org.jspecify.annotations.Nullable;

/** The way from the root to where a walk is. */
final class Trail {

  /** From this depth on, cycles are looked for whenever the trail is twice as long. */
  private static final int SUSPICIOUS = 1_024;

  /** How many steps at either end of a path are shown. */
  private static final int SHOWN = 20;

  private final String rootName;
  private final Memory memory;
  private final int limit;
  private @Nullable Frame last;
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

  /** The innermost frame; null when the walk is over. */
  @Nullable Frame last() {
    return last;
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
    frame.liesIn(last);
    last = frame;
    if (++depth == nextSearch) {
      nextSearch = depth * 2;
      searchCycle(frame);
    }
  }

  void pop(Frame innermost) {
    last = innermost.outer();
    depth--;
  }

  /**
   * A trail in a cycle repeats itself; as soon as it is long enough, what lies in its middle lies
   * elsewhere on it as well.
   */
  private void searchCycle(Frame innermost) throws LimitReachedException {
    Frame middle = innermost;
    for (int i = 0; i < depth / 2 && middle != null; i++) {
      middle = middle.outer();
    }
    for (Frame frame = innermost; frame != null && middle != null; frame = frame.outer()) {
      if (frame != middle && frame.object() == middle.object()) {
        throw new LimitReachedException("lies in a cycle", "Break the cycle");
      }
    }
  }

  /** The path, as {@code Report.rows[3].when}; of a very long one the beginning and the end. */
  String path() {
    int left = depth <= 2 * SHOWN ? 0 : depth - 2 * SHOWN;
    Frame[] shown = new Frame[depth - left]; // from the root on
    int free = shown.length;
    int place = depth;
    for (Frame frame = last; frame != null; frame = frame.outer()) {
      if (place <= SHOWN || place > SHOWN + left) {
        shown[--free] = frame;
      }
      place--;
    }
    StringBuilder path = new StringBuilder(rootName.length() + 16 * shown.length).append(rootName);
    for (int i = 0; i < shown.length; i++) {
      if (i == SHOWN && left > 0) {
        path.append("..(").append(left).append(" more)..");
      }
      shown[i].appendStep(path);
    }
    return path.toString();
  }
}
