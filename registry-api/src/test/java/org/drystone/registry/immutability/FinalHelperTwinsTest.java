package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that come from objects of other classes, which have made them or only seem to. */
class FinalHelperTwinsTest extends ReleasedTwins {

  private static final String PARTS =
      """
      package lib;
      public class Base {
        protected String[] read = {"a"};
        protected String[] parts() {
          String[] copy = new String[1];
          System.arraycopy(read, 0, copy, 0, 1);
          return copy;
        }
      }
      package lib;
      public final class Reader extends Base {
        private String[] last;
        public T make() { return new T(parts()); }
      }
      package lib;
      public final class T {
        private final String[] parts;
        T(String[] parts) { this.parts = parts; }
        public String part(int i) { return parts[i]; }
      }
      package lib;
      public class Make {
        public static Object make() { return new Reader().make(); }
      }
      """;

  private static Object changed(String before, String after) {
    if (!PARTS.contains(before)) {
      throw new IllegalArgumentException(before);
    }
    return released.inJar(PARTS.replace(before, after));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    Object copied = released.inJar(PARTS);
    return Stream.of(
            Twins.differ("a copy", copied, changed("return copy", "return read")),
            Twins.differ(
                "a copy that is kept", copied, changed("return copy", "read = copy; return copy")),
            Twins.differ(
                "a class that others extend",
                copied,
                changed("public final class R", "public class R")),
            Twins.differ(
                "a method that is overridden",
                copied,
                changed(
                    "private String[] last;",
                    "private String[] last = read; protected String[] parts() { return last; }")),
            Twins.differ(
                "what the caller does later",
                copied,
                changed(
                    "return new T(parts());",
                    "String[] p = parts(); T t = new T(p); p[0] = \"b\"; return t;")))
        .flatMap(tests -> tests);
  }

  private static final String SUM =
      """
      package lib;
      public class Base {
        IN_BASE
      }
      package lib;
      public final class Helper extends Base {
        IN_HELPER
      }
      package lib;
      public final class T {
        private final int[] numbers;
        public T(int[] numbers) { this.numbers = numbers.clone(); }
        public int sum(Helper helper) { return helper.sum(numbers); }
      }
      package lib;
      public class Make {
        public static Object make() { return new T(new int[] {1}); }
      }
      """;

  private static final String ADDS =
      "int sum(int[] n) { int s = 0; for (int i : n) s += i; return s; }";
  private static final String KEEPS =
      "private int[] last; int sum(int[] n) { last = n; return n[0]; }";

  private static Object sum(String inHelper, String inBase) {
    return released.inJar(SUM.replace("IN_HELPER", inHelper).replace("IN_BASE", inBase));
  }

  @TestFactory
  Stream<DynamicTest> arguments() {
    Object read = sum(ADDS, "");
    return Stream.of(
            Twins.differ(
                "kept and written", read, sum(KEEPS + " public void poke() { last[0]++; }", "")),
            Twins.differ(
                "kept and given away",
                read,
                sum(KEEPS + " public int[] last() { return last; }", "")),
            Twins.differ(
                "by a superclass",
                sum("", ADDS),
                sum("", KEEPS + " public void poke() { last[0]++; }")),
            Twins.differ(
                "by another method of the helper's",
                sum(
                    "int sum(int[] n) { return first(n); } private int first(int[] n) { return n[0]; }",
                    ""),
                sum(
                    "int sum(int[] n) { return first(n); } private int first(int[] n) { return n[0]++; }",
                    "")),
            Twins.differ(
                "in a lambda",
                read,
                sum(
                    "private Runnable later; int sum(int[] n) { later = () -> n[0]++; return 1; }"
                        + " public void run() { later.run(); }",
                    "")))
        .flatMap(tests -> tests);
  }
}
