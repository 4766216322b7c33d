package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Loops that make an object in each round and leave the one before alone, or change it. */
class StaleTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      import java.util.function.*;
      public final class T {
        public static T last;
        private int n;
        private final String[] rows;
        private final List<String> names;
        T() { this(new String[1], new ArrayList<>()); }
        private T(String[] rows, List<String> names) { this.rows = rows; this.names = names; }
        public String toString() { return n + rows[0] + names.size(); }
        IN_T
      }
      package lib;
      public class Make {
        public static Object make() throws Exception { return new T(); }
      }
      """;

  private static Object library(String inT) {
    return released.inDirectory(LIBRARY.replace("IN_T", inT));
  }

  private static Stream<DynamicTest> differ(String because, String inT, String otherInT) {
    return Twins.differ(because, library(inT), library(otherInT));
  }

  private static Stream<DynamicTest> loop(String because, String before, String now, String then) {
    String loop =
        "public static void all(Consumer<Object> to, int n) { %s for (int i = 0; i < n; i++) { %s } }";
    return differ(because, loop.formatted(before, now), loop.formatted(before, then));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    String old = "T old = new T();";
    String row = "String[] old = new String[1];";
    return Stream.of(
            loop(
                "an object",
                old,
                "T t = new T(); t.n = i; to.accept(t); old = t;",
                "T t = new T(); old.n = i; to.accept(t); old = t;"),
            loop(
                "an array",
                row,
                "String[] r = new String[1]; r[0] = \"x\"; to.accept(new T(r, new ArrayList<>())); old = r;",
                "String[] r = new String[1]; old[0] = \"x\"; to.accept(new T(r, new ArrayList<>())); old = r;"),
            loop(
                "an array by a second name",
                row + " String[] same = old;",
                "String[] r = new String[1]; r[0] = \"x\"; to.accept(new T(r, new ArrayList<>())); same = r;",
                "String[] r = new String[1]; same[0] = \"x\"; to.accept(new T(r, new ArrayList<>())); same = r;"),
            loop(
                "a list",
                "List<String> old = new ArrayList<>();",
                "List<String> r = new ArrayList<>(); r.add(\"x\"); to.accept(new T(null, r)); old = r;",
                "List<String> r = new ArrayList<>(); old.add(\"x\"); to.accept(new T(null, r)); old = r;"),
            loop(
                "a list of an object",
                "List<String> old = new ArrayList<>();",
                "T t = new T(); t.names.add(\"x\"); to.accept(t); old = t.names;",
                "T t = new T(); old.add(\"x\"); to.accept(t); old = t.names;"),
            loop(
                "a view of a list of an object",
                "List<String> old = new ArrayList<>();",
                "T t = new T(); t.names.clear(); to.accept(t); old = t.names.subList(0, 0);",
                "T t = new T(); old.clear(); to.accept(t); old = t.names.subList(0, 0);"),
            loop(
                "a view of a list",
                "List<String> old = new ArrayList<>();",
                "List<String> r = new ArrayList<>(); r.add(\"x\"); to.accept(new T(null, r)); old = r.subList(0, 1);",
                "List<String> r = new ArrayList<>(); old.clear(); to.accept(new T(null, r)); old = r.subList(0, 0);"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> containersInContainers() {
    String source =
        """
        package lib;
        import java.util.*;
        public final class Make {
          public static final List<Object> ALL = new ArrayList<>();
          private final List<List<String>> rows = new ArrayList<>();
          public int size() { return rows.get(0).size(); }
          public static Object make() {
            List<String> old = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
              Make made = new Make();
              BEFORE
              List<String> row = new ArrayList<>();
              made.rows.add(row);
              AFTER
              old = row;
              ALL.add(made);
            }
            return ALL.get(0);
          }
        }
        """;
    return Twins.differ(
        "a list in a list of an object",
        released.inJar(source.replace("BEFORE", "").replace("AFTER", "row.add(\"x\");")),
        released.inJar(source.replace("BEFORE", "old.add(\"x\");").replace("AFTER", "")));
  }
}
