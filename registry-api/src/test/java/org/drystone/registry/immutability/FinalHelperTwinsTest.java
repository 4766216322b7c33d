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
}
