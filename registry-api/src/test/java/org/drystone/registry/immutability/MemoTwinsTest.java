package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Methods that find again what they have found, whatever marks they leave, and others. */
class MemoTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      public class Make {
        public static Object make() { return new T("a"); }
      }
      package lib;
      public class T implements Cloneable {
        final String s;
        T(String s) { this.s = s; }
        IN_T
      }
      """;

  private static final String MARKED =
      """
      private byte m = -1;
      public boolean isValid() {
        byte found = m;
        if (found == 1) return true;
        if (found == 0) return false;
        if (s.isEmpty()) { m = 0; return false; }
        m = 1;
        return true;
      }
      """;

  private static final String CHOSEN =
      """
      private int m;
      public boolean isEmpty() {
        if (m == 0) { boolean e = s.isEmpty(); m = e ? 1 : 2; return e; }
        return m == 1;
      }
      """;

  private static final String BOXED =
      """
      private Integer m;
      public int size() {
        Integer found = m;
        if (found == null) { int n = s.length(); m = n; return n; }
        return found;
      }
      """;

  private static final String ZERO =
      """
      private int m;
      private boolean isZero;
      public int size() {
        int n = m;
        if (n == 0 && !isZero) { n = s.length(); if (n == 0) isZero = true; else m = n; }
        return n;
      }
      """;

  private static final String HELPED =
      """
      private int m;
      private int found() { return m; }
      private void find(int n) { m = n; }
      public int size() {
        int n = found();
        if (n == 0) { n = s.length(); find(n); }
        return n;
      }
      """;

  private static final String SUMMED =
      """
      private int m;
      private int found() { return m; }
      public int size() {
        int n = found();
        if (n == 0) {
          int last = 0;
          for (char c : s.toCharArray()) { last = n; n = 31 * n + c; }
          m = n;
        }
        return n;
      }
      """;

  private static final String SAME_BOX =
      """
      private Integer m;
      public boolean isNew() {
        Integer box = 1000;
        Integer found = m;
        if (found == null) { m = box; return true; }
        return found.intValue() == box.intValue();
      }
      """;

  private static Object library(String inT) {
    return released.inJar(LIBRARY.replace("IN_T", inT));
  }

  private static Stream<DynamicTest> differ(
      String because, String memo, String line, String otherLine) {
    if (!memo.contains(line)) {
      throw new IllegalArgumentException(line);
    }
    return Twins.differ(because, library(memo), library(memo.replace(line, otherLine)));
  }

  @TestFactory
  Stream<DynamicTest> marks() {
    return Stream.of(
            differ("a mark that says no", MARKED, "m = 0; return false", "m = 0; return true"),
            differ("a mark that is forgotten", MARKED, "(found == 0)", "(found == 2)"),
            differ("a mark of the way", MARKED, "m = 0; return", "m = 1; return"),
            differ(
                "a mark that is taken back",
                MARKED,
                "if (found == 1) return",
                "if (found == 1) { m = -1; return true; } if (found == 2) return"),
            differ("a mark before the work", MARKED, "if (s.isE", "m = 1; if (s.isE"),
            differ("work after the mark", MARKED, "m = 1;", "m = 1; s.charAt(4);"),
            differ(
                "work when it is marked",
                MARKED,
                "== 1) return",
                "== 1) s.charAt(4); else if (found == 2) return"),
            differ("an end after the mark", MARKED, "m = 1;", "m = 1; if (s == null) throw null;"),
            differ(
                "a loop when it is marked",
                MARKED,
                "== 1) return",
                "== 1) while (true) {} if (found == 2) return"),
            differ("a clock", MARKED, "s.isEmpty()", "System.nanoTime() % 2 == 0"),
            differ("two marks", CHOSEN, "? 1 : 2", "? 2 : 1"),
            differ("a third mark", CHOSEN, "? 1 : 2", "? 3 : 2"),
            differ("what was asked for before", CHOSEN, "return m == 1", "return m-- == 1"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> values() {
    return Stream.of(
            differ("what is in the box", BOXED, "m = n;", "m = n + 1;"),
            differ("what is taken from the box", BOXED, "return found;", "return found + 1;"),
            differ("an empty box", BOXED, "return n;", "return m = null == m ? 0 : n;"),
            differ(
                "which box it is", SAME_BOX, "found.intValue() == box.intValue()", "found == box"),
            differ("a flag for zero", ZERO, "isZero = true", "m = 1"),
            differ("both a flag and a number", ZERO, "; else m", "; m"),
            differ("a flag for others", ZERO, "if (n == 0) isZero", "if (n == 1) isZero"),
            differ("the number before the last", SUMMED, "m = n;", "m = last;"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> helpers() {
    String counted = "public int size() {";
    return Stream.of(
            differ("what a helper is given", HELPED, "find(n);", "find(n + 1);"),
            differ("a helper that is called each time", HELPED, "return n;", "find(n); return n;"),
            differ("a helper that counts", HELPED, "return m;", "return m++;"),
            differ("a helper for all", HELPED, "private void find", "public void find"),
            differ(
                "a helper of a setter",
                HELPED,
                counted,
                "public void f(int n) { find(n); } " + counted),
            differ("a helper of another", HELPED, "find(n);", "new T(s).find(n); find(n);"),
            differ(
                "a look by others", HELPED, counted, "public int peek() { return m; } " + counted),
            differ(
                "a memo that is taken along",
                HELPED,
                counted,
                "public T then(String s) { T t = new T(s); t.m = m; return t; } " + counted),
            differ(
                "a lambda",
                HELPED,
                "int n = found();",
                "int n = found(); java.util.stream.Stream.of(s).forEach(x -> find(7));"),
            differ(
                "a comparison",
                HELPED,
                counted,
                "public boolean equals(Object o) { return o instanceof T t && t.m == m; } "
                    + counted))
        .flatMap(tests -> tests);
  }
}
