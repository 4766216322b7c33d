package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that are filled once, and fields that are written otherwise. */
class CacheWriteTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a counter", new LazyHash("a"), new CountedHash()),
            Twins.differ("a write outside of the guard", new LazyHash("a"), new Unguarded("a")),
            Twins.differ("a write step by step", new LazyHash("a"), new StepByStep("ab")),
            Twins.differ("a counter elsewhere", new LazyText("a"), new NumberedElsewhere()),
            Twins.differ("a clock", new LazyText("a"), new LazyClock()),
            Twins.differ("a reset", new LazyText("a"), new Reset("a")),
            Twins.differ("a parameter", new LazyText("a"), new LazyParameter()),
            Twins.differ("a sentinel", new Sentinel("a"), new StateMachine()),
            Twins.differ("a double check", new DoubleChecked("a"), new Unchecked("a")),
            Twins.differ("a global counter", new LazyText("a"), new LazyNumber()))
        .flatMap(tests -> tests);
  }

  static final class LazyHash {
    private final String text;
    private int hash;

    LazyHash(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0 && !text.isEmpty()) {
        for (char c : text.toCharArray()) {
          h = 31 * h + c;
        }
        hash = h;
      }
      return h;
    }
  }

  static final class CountedHash {
    private int hash;

    @Override
    public int hashCode() {
      return ++hash;
    }
  }

  static final class Unguarded {
    private final String text;
    private int hash;

    Unguarded(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0) {
        h = text.length();
      }
      hash = h + 1;
      return h;
    }
  }

  static final class LazyText {
    private final String text;
    private String shown;

    LazyText(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      if (shown == null) {
        shown = "<" + text + ">";
      }
      return shown;
    }
  }

  static final class LazyClock {
    private long when;

    long when() {
      long w = when;
      if (w == 0) {
        w = System.nanoTime();
        when = w;
      }
      return w;
    }
  }

  static final class Reset {
    private final String text;
    private String shown;

    Reset(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      if (shown == null) {
        shown = "<" + text + ">";
      }
      return shown;
    }

    void reset() {
      shown = null;
    }
  }

  static final class LazyParameter {
    private String shown;

    String show(String text) {
      if (shown == null) {
        shown = text;
      }
      return shown;
    }
  }

  static final class Sentinel {
    private final String text;
    private int size = -1;

    Sentinel(String text) {
      this.text = text;
    }

    int size() {
      if (size == -1) {
        size = text.length();
      }
      return size;
    }
  }

  static final class StateMachine {
    private int state;

    int first() {
      if (state == 0) {
        state = 1;
      }
      return state;
    }

    int second() {
      if (state == 1) {
        state = 2;
      }
      return state;
    }
  }

  static final class DoubleChecked {
    private final String text;
    private volatile String shown;

    DoubleChecked(String text) {
      this.text = text;
    }

    String shown() {
      String result = shown;
      if (result == null) {
        synchronized (this) {
          result = shown;
          if (result == null) {
            shown = result = text.trim();
          }
        }
      }
      return result;
    }
  }

  static final class Unchecked {
    private final String text;
    private volatile String shown;

    Unchecked(String text) {
      this.text = text;
    }

    String shown() {
      String result = shown;
      if (result != text) {
        synchronized (this) {
          shown = result = text.trim();
        }
      }
      return result;
    }
  }

  static final class LazyNumber {
    private static int next;
    private int number;

    int number() {
      if (number == 0) {
        number = ++next;
      }
      return number;
    }
  }

  static final class StepByStep {
    private final String text;
    private int hash;

    StepByStep(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      if (hash == 0) {
        for (char c : text.toCharArray()) {
          hash = 31 * hash + c;
        }
      }
      return hash;
    }
  }

  static final class NumberedElsewhere {
    private int number;

    int number() {
      if (number == 0) {
        number = Numbers.next();
      }
      return number;
    }
  }
}
