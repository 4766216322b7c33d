package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A list of T's in the hands of an object of another class, which only reads it or does more. */
class KeeperTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      public class T {
        private final List<String> rows = new ArrayList<>(List.of("a"));
        IN_T
      }
      package lib;
      import java.util.*;
      import java.util.function.*;
      public class K extends Below {
        IN_K
      }
      package lib;
      import java.util.*;
      public class Below {
        IN_BELOW
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;
  private static final String KEEPS =
      "private final List<String> l; K(List<String> l) { this.l = l; } ";
  private static final String STEPS =
      "private final Iterator<String> i; K(Iterator<String> i) { this.i = i; } ";
  private static final String EACH =
      """
      public Iterator<String> each() {
        Iterator<String> i = rows.iterator();
        return new Iterator<>() {
          public boolean hasNext() { return i.hasNext(); }
          public String next() { return i.next(); }
          public void remove() { REMOVE; }
        };
      }
      """;
  private static final String RECORD =
      """
      public Object shown() { return new R(rows); }
      record R(List<String> l) {
        public List<String> l() { return List.of(); }
        IN_R
      }
      """;

  private static Object library(String inT, String inK, String inBelow) {
    return released.inDirectory(
        LIBRARY.replace("IN_T", inT).replace("IN_K", inK).replace("IN_BELOW", inBelow));
  }

  /** A K that is given the list. */
  private static Object given(String inK, String inBelow) {
    return library("public K shown() { return new K(rows); }", inK, inBelow);
  }

  private static Object keeping(String inK) {
    return given(KEEPS + inK, "");
  }

  private static Object stepping(String inK) {
    return library("public K each() { return new K(rows.iterator()); }", STEPS + inK, "");
  }

  @TestFactory
  Stream<DynamicTest> keepers() {
    String reads = "public int size() { return l.size(); }";
    return Stream.of(
            Twins.differ(
                "what it gives out",
                keeping(reads),
                keeping("public List<String> l() { return l; }")),
            Twins.differ(
                "what it changes", keeping(reads), keeping("public void clear() { l.clear(); }")),
            Twins.differ(
                "who can reach it",
                keeping(reads),
                given("protected final List<String> l; K(List<String> l) { this.l = l; }", "")),
            Twins.differ(
                "where else it goes",
                given("private final List<String> l; K(List<String> l) { this.l = l; }", ""),
                given("public static List<String> last; K(List<String> l) { last = l; }", "")),
            Twins.differ(
                "who is given it next",
                keeping("public K again() { return new K(l); }"),
                given(
                    KEEPS + "public Below again() { return new Below(l); }",
                    "public List<String> l; Below() {} Below(List<String> l) { this.l = l; }")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> helpersOfKeepers() {
    return Stream.of(
            Twins.differ(
                "a private helper",
                keeping(
                    "public String f() { return f(l); } private String f(List<String> x) { return x.get(0); }"),
                keeping(
                    "public String f() { return f(l); } private String f(List<String> x) { return x.remove(0); }")),
            Twins.differ(
                "a method that may be overridden",
                keeping(
                    "public int f() { return f(l); } private int f(List<String> x) { return x.size(); }"),
                keeping(
                    "public int f() { return f(l); } int f(List<String> x) { return x.size(); }")),
            Twins.differ(
                "a getter",
                keeping(
                    "public int f() { return l().size(); } private List<String> l() { return l; }"),
                keeping("public int f() { return l().size(); } List<String> l() { return l; }")),
            Twins.differ(
                "a lambda",
                keeping("public Supplier<String> f() { return () -> l.get(0); }"),
                keeping("public Supplier<String> f() { return () -> l.remove(0); }")),
            Twins.differ(
                "a superclass",
                given(
                    "K(List<String> l) { super(l); }",
                    "private final List<String> l; Below(List<String> l) { this.l = l; }"),
                given(
                    "K(List<String> l) { super(l); }",
                    "final List<String> l; Below(List<String> l) { this.l = l; }")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> iterators() {
    return Stream.of(
            Twins.differ(
                "an iterator",
                stepping("public String next() { return i.next(); }"),
                stepping("public void drop() { i.remove(); }")),
            Twins.differ(
                "an iterator without a name",
                library(EACH.replace("REMOVE", "i.hasNext()"), "", ""),
                library(EACH.replace("REMOVE", "i.remove()"), "", "")),
            Twins.differ(
                "in the same nest",
                library(
                    RECORD
                        .replace(
                            "record R(List<String> l) {",
                            "static class R { private final List<String> l; R(List<String> l) { this.l = l; } ")
                        .replace("IN_R", ""),
                    "",
                    ""),
                library(RECORD.replace("IN_R", ""), "", "")))
        .flatMap(tests -> tests);
  }
}
