package org.drystone.registry.immutability.internal.fingerprints;

import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.frames.Frame;
import org.drystone.registry.immutability.internal.types.Jdk;

/** An object whose parts are being summed up. */
final class FingerprintNode {

  /** How the parts make the sum. */
  private enum Fold {
    ORDERED,
    /** As in a hash table, whose order depends on its size. */
    UNORDERED,
    /** Keys and values in turn. */
    ENTRIES
  }

  private final Frame frame;
  private final Fold fold;
  private long sum;
  private long key;
  private long count;
  private boolean inCycle;

  /** Starts to sum up the object of the frame. */
  FingerprintNode(Frame frame) {
    this.frame = frame;
    this.fold = fold(frame.object());
    this.sum = seed(frame.object());
  }

  /** The object and its parts. */
  Frame frame() {
    return frame;
  }

  void add(long part) {
    count++;
    switch (fold) {
      case ORDERED -> sum = Mix.ordered(sum, part);
      case UNORDERED -> sum += Mix.of(part);
      case ENTRIES -> {
        if (count % 2 == 1) {
          key = part;
        } else {
          sum += Mix.ordered(key, part);
        }
      }
    }
  }

  /** The sum of all parts. */
  long result() {
    return Mix.ordered(sum, count);
  }

  /** Whether the object leads back to itself, or to one that it is in. */
  boolean inCycle() {
    return inCycle;
  }

  void markInCycle() {
    inCycle = true;
  }

  private static Fold fold(Object object) {
    if (!Jdk.defines(object.getClass())) {
      return Fold.ORDERED;
    }
    if (object instanceof Map) {
      return Fold.ENTRIES;
    }
    return object instanceof Set ? Fold.UNORDERED : Fold.ORDERED;
  }

  private static long seed(Object object) {
    long type = Mix.of(object.getClass().getName().hashCode());
    return object instanceof Enum<?> constant
        ? Mix.ordered(type, constant.name().hashCode())
        : type;
  }
}
