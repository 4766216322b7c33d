package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that several methods fill, that constructors fill by helpers, and cached options. */
class CacheFillersTwinsTest extends ReleasedTwins {

  private static final String TWO =
      """
      package lib;
      public final class T {
        private final String text;
        private final String other;
        FIELD
        private int n;
        T(String text, String other) { this.text = text; this.other = other; }
        public int one() { if (n == 0) { n = ONE; } return n; }
        public int two() { if (n == 0) { n = TWO; } return n; }
        static int length(String text) { return text.length(); }
      }
      package lib;
      public class Make {
        public static Object make() { return new T("ab", "abcd"); }
      }
      """;

  private static Object two(String field, String one, String two) {
    return released.inJar(TWO.replace("FIELD", field).replace("ONE", one).replace("TWO", two));
  }

  @TestFactory
  Stream<DynamicTest> fillers() {
    String fixed = "private final int m = 3;";
    String lazy = "private int m; public int m() { if (m == 0) { m = 3; } return m; }";
    Object same = two("", "length(text)", "length(text)");
    return Stream.of(
            Twins.differ("one value", same, two("", "length(text)", "length(other)")),
            Twins.differ("one way", same, two("", "length(text)", "length(text) + 1")),
            Twins.differ("one number", two("", "7", "7"), two("", "7", "8")),
            Twins.differ(
                "of what does not change",
                two(fixed, "length(text) + m", "length(text) + m"),
                two(lazy, "length(text) + m", "length(text) + m")),
            Twins.differ(
                "of what is the same each time",
                same,
                two("", "(int) System.nanoTime()", "(int) System.nanoTime()")),
            Twins.differ(
                "by one choice",
                same,
                two(
                    "",
                    "text.length() > other.length() ? 1 : 2",
                    "text.length() > other.length() ? 1 : 2")))
        .flatMap(tests -> tests);
  }

  private static final String SET =
      """
      package lib;
      public class T {
        private String text;
        private int n;
        public T(String text) { set(text); }
        protected void set(String text) { this.text = text; this.n = -1; }
        public int n() { if (n < 0) { n = text.length(); } return n; }
      }
      package lib;
      public class Make {
        public static Object make() { return new T("a"); }
        MATE
      }
      """;

  @TestFactory
  Stream<DynamicTest> setters() {
    return Twins.differ(
        "a setter for constructors",
        released.inJar(SET.replace("MATE", "public static T again(String a) { return new T(a); }")),
        released.inJar(
            SET.replace("MATE", "public static void again(T t, String a) { t.set(a); }")));
  }

  private static final String OPTION =
      """
      package lib;
      import java.util.Optional;
      public final class T {
        private final String text = "ab";
        private Optional<?> all;
        public Optional<?> all() {
          if (all == null) { all = Optional.ofNullable(VALUE); }
          return all;
        }
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;

  @TestFactory
  Stream<DynamicTest> options() {
    return Twins.differ(
        "an option of text",
        released.inJar(OPTION.replace("VALUE", "text")),
        released.inJar(OPTION.replace("VALUE", "new StringBuilder(text)")));
  }
}
