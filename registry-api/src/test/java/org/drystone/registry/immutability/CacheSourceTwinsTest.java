package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of what cannot change, and of what may be something else the next time. */
class CacheSourceTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("code that somebody gave", new Shown("a"), new Given(() -> "a")),
            Twins.differ("an interface in a field", new Shown("a"), new Asked(() -> "a")),
            Twins.differ(
                "a method that a subclass overrides",
                new Shown("a"),
                new AskedOpen(new Counting())),
            Twins.differ("what the exact class computes", new Steady(), new Unsteady()),
            Twins.differ("a list of the class", new Summed(List.of("a")), new Global()),
            Twins.differ("a table that is written to", new Tabled(), new Table()),
            Twins.differ("an identity", new Summed(List.of("a")), new Identity()),
            Twins.differ("a setting of the machine", new Shown("a"), new Local()),
            Twins.differ("a lambda that looks elsewhere", new Shown("a"), new Elsewhere()))
        .flatMap(tests -> tests);
  }

  static final List<String> ALL = new ArrayList<>();

  interface Source {
    String get();
  }

  static class Open {
    String get() {
      return "a";
    }
  }

  static final class Counting extends Open {
    static int n;

    @Override
    String get() {
      return "a" + n++;
    }
  }

  abstract static class Base {
    private int n;

    int value() {
      int v = n;
      if (v == 0) {
        v = compute();
        n = v;
      }
      return v;
    }

    abstract int compute();
  }

  static final class Steady extends Base {
    private final String text = "ab";

    @Override
    int compute() {
      return text.length();
    }
  }

  static final class Unsteady extends Base {
    static int last;

    @Override
    int compute() {
      return last++;
    }
  }

  static final class Shown {
    private final String text;
    private String shown;

    Shown(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      String s = shown;
      if (s == null) {
        s = new StringBuilder().append(text).append(1).toString();
        shown = s;
      }
      return s;
    }
  }

  static final class Given {
    private final Supplier<String> source;
    private String value;

    Given(Supplier<String> source) {
      this.source = source;
    }

    String get() {
      String v = value;
      if (v == null) {
        v = source.get();
        value = v;
      }
      return v;
    }
  }

  static final class Asked {
    private final Source source;
    private String value;

    Asked(Source source) {
      this.source = source;
    }

    String get() {
      String v = value;
      if (v == null) {
        v = source.get();
        value = v;
      }
      return v;
    }
  }

  static final class AskedOpen {
    private final Open source;
    private String value;

    AskedOpen(Open source) {
      this.source = source;
    }

    String get() {
      String v = value;
      if (v == null) {
        v = source.get();
        value = v;
      }
      return v;
    }
  }

  static final class Summed {
    private final List<String> parts;
    private int n;

    Summed(List<String> parts) {
      this.parts = parts;
    }

    int sum() {
      int v = n;
      if (v == 0) {
        v = 1;
        for (String part : parts) {
          v = 31 * v + part.hashCode();
        }
        n = v;
      }
      return v;
    }
  }

  static final class Global {
    private int n;

    int sum() {
      int v = n;
      if (v == 0) {
        v = ALL.size();
        n = v;
      }
      return v;
    }
  }

  static final class Tabled {
    private static final int[] TABLE = {1, 2};
    private int n;

    int get() {
      int v = n;
      if (v == 0) {
        v = TABLE[1];
        n = v;
      }
      return v;
    }
  }

  static final class Table {
    private static final int[] TABLE = {1, 2};
    private int n;

    int get() {
      int v = n;
      if (v == 0) {
        v = TABLE[1];
        n = v;
      }
      return v;
    }

    static void next() {
      TABLE[1]++;
    }
  }

  static final class Identity {
    private int n;

    int get() {
      int v = n;
      if (v == 0) {
        v = new Object().hashCode();
        n = v;
      }
      return v;
    }
  }

  static final class Local {
    private String name;

    String get() {
      String v = name;
      if (v == null) {
        v = Locale.getDefault().toString();
        name = v;
      }
      return v;
    }
  }

  static final class Elsewhere {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        Supplier<String> s = () -> "a" + ALL.size();
        v = s.get();
        value = v;
      }
      return v;
    }
  }
}
