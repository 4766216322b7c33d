package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches whose filling may fail: what happens on the way to an exception proves nothing else. */
class CacheFailureTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("the clock in the message", new FailsLate("a"), new FillsLate("a")),
            Twins.differ("by way of another method", new FailsLate("a"), new FillsByWay("a")))
        .flatMap(tests -> tests);
  }

  static final class FailsLate {
    private final String text;
    private int n;

    FailsLate(String text) {
      this.text = text;
    }

    int value() {
      int v = n;
      if (v == 0) {
        if (text == null) {
          throw new IllegalStateException("at " + now());
        }
        v = text.length();
        n = v;
      }
      return v;
    }

    private static int now() {
      return (int) System.nanoTime();
    }
  }

  static final class FillsLate {
    private final String text;
    private int n;

    FillsLate(String text) {
      this.text = text;
    }

    int value() {
      int v = n;
      if (v == 0) {
        if (text == null) {
          throw new IllegalStateException("at " + now());
        }
        v = now();
        n = v;
      }
      return v;
    }

    private static int now() {
      return (int) System.nanoTime();
    }
  }

  static final class FillsByWay {
    private final String text;
    private int n;

    FillsByWay(String text) {
      this.text = text;
    }

    int value() {
      int v = n;
      if (v == 0) {
        if (text == null) {
          throw new IllegalStateException("at " + now(1));
        }
        v = later(1);
        n = v;
      }
      return v;
    }

    private static int now(int depth) {
      return depth > 0 ? later(depth - 1) : (int) System.nanoTime();
    }

    private static int later(int depth) {
      return depth > 0 ? now(depth - 1) : 1;
    }
  }
}
