package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Values that are made when they are first asked for, as Scala's compiler marks them by bits. */
class LazyBitsTwinsTest {

  private static final String LAZY =
      """
      package lib;
      public class T {
        private final String text = "ab";
        private volatile byte bits;
        private int first;
        private String second;
        private int first$() {
          synchronized (this) {
            if ((bits & 1) == 0) {
              first = text.hashCode();
              bits = (byte) (bits | 1);
            }
          }
          return first;
        }
        private String second$() {
          synchronized (this) {
            if ((bits & 2) == 0) {
              second = text + text;
              bits = (byte) (bits | 2);
            }
          }
          return second;
        }
        public int first() { return (bits & 1) == 0 ? first$() : first; }
        public String second() { return (bits & 2) == 0 ? second$() : second; }
        public int more() { return 0; }
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;

  @TempDir static Path folder;

  private static Released released;
  private static Object lazy;

  @BeforeAll
  static void open() {
    released = new Released(folder);
    lazy = released.inDirectory(LAZY);
  }

  @AfterAll
  static void close() throws IOException {
    released.close();
  }

  /** The same but for one piece of code. */
  private static Stream<DynamicTest> twins(String because, String code, String other) {
    assertThat(LAZY).contains(code);
    return Twins.differ(because, lazy, released.inDirectory(LAZY.replace(code, other)));
  }

  private static Stream<DynamicTest> more(String because, String method) {
    return twins(because, "public int more() { return 0; }", method);
  }

  @TestFactory
  Stream<DynamicTest> fillers() {
    return Stream.of(
            twins("a bit of its own", "(bits & 2) == 0) {", "(bits & 1) == 0) {"),
            twins("sets the bit that it asks for", "(bits | 2)", "(bits | 1)"),
            twins("others see the bit last", "volatile byte", "byte"),
            twins("one lock", "synchronized (this)", "synchronized (text)"),
            twins("steady", "text.hashCode()", "(int) System.nanoTime()"),
            twins("fills only once", "if ((bits & 1) == 0) {", "{"),
            twins(
                "marks what is set by then",
                "second = text + text;\n        bits = (byte) (bits | 2);",
                "byte old = bits;\n        second = text + text;\n        bits = (byte) (old | 2);"),
            twins(
                "looks in the lock",
                "synchronized (this) {\n      if ((bits & 2) == 0) {",
                "byte old = bits;\n    synchronized (this) {\n      if ((old & 2) == 0) {"),
            twins(
                "nobody copies it by halves",
                "public static Object make() { return new T(); }",
                """
                static class Copied extends T implements Cloneable {
                    public Copied copy() throws CloneNotSupportedException {
                      return (Copied) clone();
                    }
                  }
                  public static Object make() { return new Copied(); }
                """),
            twins(
                "fills before it marks",
                "second = text + text;\n        bits = (byte) (bits | 2);",
                "bits = (byte) (bits | 2);\n        second = text + text;"))
        .flatMap(tests -> tests);
  }

  /** Another thread may have filled it while the lock was waited for; so may another method. */
  @TestFactory
  Stream<DynamicTest> hits() {
    String end = "first = text.hashCode();\n        bits = (byte) (bits | 1);\n      }";
    return Stream.of(
            twins("gives what is there", end, end + " else { throw new IllegalStateException(); }"),
            twins("comes to an end", end, end + " else { while (true) {} }"),
            twins("does nothing else", end, end + " else { text.charAt(9); }"))
        .flatMap(tests -> tests);
  }

  /** The highest bit of a byte is repeated in all bits above, which cannot be set by themselves. */
  @TestFactory
  Stream<DynamicTest> masks() {
    String highest = masked(LAZY, "1", "128");
    String wide = highest.replace("volatile byte", "volatile int").replace("(byte) ", "");
    return Stream.of(
            differ("room for the bit", highest, masked(highest, "2", "256")),
            differ(
                "not cut to a byte",
                masked(wide, "2", "256"),
                masked(wide, "2", "256").replace("(bits | 128)", "(byte) (bits | 128)")))
        .flatMap(tests -> tests);
  }

  private static String masked(String source, String mask, String other) {
    return source
        .replace("(bits & " + mask + ")", "(bits & " + other + ")")
        .replace("(bits | " + mask + ")", "(bits | " + other + ")");
  }

  private static Stream<DynamicTest> differ(String because, String lazy, String other) {
    return Twins.differ(because, released.inDirectory(lazy), released.inDirectory(other));
  }

  @TestFactory
  Stream<DynamicTest> readers() {
    return Stream.of(
            twins("asks for the right bit", "return (bits & 1)", "return (bits & 2)"),
            twins("gives what is there", ": first;", ": first + 1;"),
            twins("gives what was filled in", "? first$()", "? 0"),
            more("asks before it looks", "public int more() { return first; }"),
            more("nobody resets", "public void more() { bits = 0; }"),
            more("nobody tells", "public boolean more() { return (bits & 1) == 0; }"),
            more("nobody sets", "public void more(int n) { first = n; }"),
            more("nobody fills twice", "public int more() { return first = 7; }"))
        .flatMap(tests -> tests);
  }
}
