package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs that find a cache filled and go on as the first one did, or end in another way. */
class CacheHitTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      public final class T {
        private final String s = "ab";
        private final Object none = null;
        IN_T
      }
      package lib;
      public class Make {
        public static Object make() throws Exception { return new T(); }
      }
      """;

  private static final String CACHED =
      """
      private Object m;
      public Object get() {
        Object found = m;
        if (found != null) { return found; }
        String made = s.concat("c");
        m = made;
        return made;
      }
      """;

  private static final String HASHED =
      """
      private int h;
      public int hash() {
        int found = h;
        if (found != 0) { return found; }
        found = s.hashCode();
        h = found;
        return found;
      }
      """;

  private static final String HIT = "return found; }";

  private static Object library(String inT) {
    return released.inDirectory(LIBRARY.replace("IN_T", inT));
  }

  private static Stream<DynamicTest> differ(
      String because, String cache, String line, String otherLine) {
    if (!cache.contains(line)) {
      throw new IllegalArgumentException(line);
    }
    return Twins.differ(because, library(cache), library(cache.replace(line, otherLine)));
  }

  private static Stream<DynamicTest> differ(String because, String cache, String otherHit) {
    return differ(because, cache, HIT, otherHit);
  }

  @TestFactory
  Stream<DynamicTest> hits() {
    return Stream.of(
            differ("a cast", CACHED, "return (Integer) found; }"),
            differ("a cast to an interface", CACHED, "return (Runnable) found; }"),
            differ("a cast to an array", CACHED, "return (int[]) found; }"),
            differ(
                "a cast by a pattern",
                CACHED,
                "if (found instanceof Integer i) return i + 1; return found; }"),
            differ(
                "a cast of what is in a Comparable",
                CACHED.replace("Object m", "Comparable<?> m"),
                "return (Integer) found; }"),
            differ("an endless loop", HASHED, "while (found < 1_000_000) {} return found; }"),
            differ("a loop for some", HASHED, "while (s.length() > 1) {} return found; }"),
            differ("an array of no size", HASHED, "int[][] a = new int[-1][1]; return found; }"),
            differ("a lock on nothing", HASHED, "synchronized (none) {} return found; }"),
            differ(
                "an end after the write", HASHED, "h = found;", "h = found; while (s != null) {}"))
        .flatMap(tests -> tests);
  }

  /** Java writes 64 bits at once only where they are volatile. */
  @TestFactory
  Stream<DynamicTest> halves() {
    String wide =
        HASHED.replace("int ", "long ").replace("s.hashCode()", "77777777777L * s.length()");
    String real = HASHED.replace("int ", "double ").replace("s.hashCode()", "1.5 * s.length()");
    return Stream.of(
            Twins.differ(
                "half of a long",
                library(wide.replace("long h;", "volatile long h;")),
                library(wide)),
            Twins.differ("half of a double", library(HASHED), library(real)))
        .flatMap(tests -> tests);
  }
}
