package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that other threads see whole or not at all, and others. */
class CacheRaceTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("the flag first", new FlagLast("a"), new FlagFirst("a")),
            Twins.differ("a flag that is not volatile", new FlagLast("a"), new FlagPlain("a")),
            Twins.differ("a flag for another value, too", new FlagLast("a"), new FlagForTwo("a")),
            Twins.differ("seen before it is complete", new LazyPoint(), new LazyOpenPoint()),
            Twins.differ(
                "shown through a volatile field", new VolatilePoint(), new LazyOpenPoint()))
        .flatMap(tests -> tests);
  }

  static final class FlagLast {
    private final String text;
    private int n;
    private volatile boolean known;

    FlagLast(String text) {
      this.text = text;
    }

    int length() {
      if (!known) {
        n = text.length();
        known = true;
      }
      return n;
    }
  }

  static final class FlagFirst {
    private final String text;
    private int n;
    private volatile boolean known;

    FlagFirst(String text) {
      this.text = text;
    }

    int length() {
      if (!known) {
        known = true;
        n = text.length();
      }
      return n;
    }
  }

  static final class FlagPlain {
    private final String text;
    private int n;
    private boolean known;

    FlagPlain(String text) {
      this.text = text;
    }

    int length() {
      if (!known) {
        n = text.length();
        known = true;
      }
      return n;
    }
  }

  static final class FlagForTwo {
    private final String text;
    private int n;
    private int m;
    private volatile boolean known;

    FlagForTwo(String text) {
      this.text = text;
    }

    int length() {
      if (!known) {
        n = text.length();
        m = n + 1;
        known = true;
      }
      return m;
    }

    int other() {
      if (!known) {
        n = text.length();
        known = true;
      }
      return m;
    }
  }

  static final class Point {
    private final int x;

    Point(int x) {
      this.x = x;
    }

    int x() {
      return x;
    }
  }

  static final class OpenPoint {
    private int x;

    OpenPoint(int x) {
      this.x = x;
    }

    int x() {
      return x;
    }
  }

  static final class LazyPoint {
    private Point point;

    Point point() {
      Point p = point;
      if (p == null) {
        p = new Point(1);
        point = p;
      }
      return p;
    }
  }

  static final class LazyOpenPoint {
    private OpenPoint point;

    OpenPoint point() {
      OpenPoint p = point;
      if (p == null) {
        p = new OpenPoint(1);
        point = p;
      }
      return p;
    }
  }

  static final class VolatilePoint {
    private volatile OpenPoint point;

    OpenPoint point() {
      OpenPoint p = point;
      if (p == null) {
        p = new OpenPoint(1);
        point = p;
      }
      return p;
    }
  }
}
