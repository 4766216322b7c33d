package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Classes that share a package, in files of their own. */
class PackageTwinsTest extends ReleasedTwins {

  private static final String MAKE =
      """
      package lib;
      public class Make {
        public static Object make() { return new Maker().add("a").make(); }
      }
      package lib;
      public class T {
        IN_T
      }
      package lib;
      public class Maker {
        private final java.util.List<String> all = new java.util.ArrayList<>();
        public Maker add(String s) { all.add(s); return this; }
        IN_MAKER
      }
      """;

  private static Object library(String inT, String inMaker) {
    return released.inJar(MAKE.replace("IN_T", inT).replace("IN_MAKER", inMaker));
  }

  @TestFactory
  Stream<DynamicTest> makers() {
    String list =
        "private final java.util.List<String> l; T(java.util.List<String> l) { this.l = l; } ";
    String copies = "public T make() { return new T(new java.util.ArrayList<>(all)); } ";
    return Stream.of(
            Twins.differ(
                "a builder beside it",
                library(list, copies),
                library(list, "public T make() { return new T(all); }")),
            Twins.differ(
                "a builder that goes on",
                library(list, copies),
                library(
                    list,
                    "public T make() { var l = new java.util.ArrayList<>(all); T t = new T(l);"
                        + " l.add(\"b\"); return t; }")),
            Twins.differ(
                "a constructor for the package",
                library(list, copies),
                library(list.replace(" T(", " public T("), copies)),
            Twins.differ(
                "a constructor reference",
                library(list, copies),
                library(
                    list,
                    copies
                        + "public java.util.function.Function<java.util.List<String>, T> f() {"
                        + " return T::new; }")),
            Twins.differ(
                "what a mate reads",
                library(
                    list + "java.util.List<String> l() { return l; }",
                    copies + "public int size(T t) { return t.l().size(); }"),
                library(
                    list + "java.util.List<String> l() { return l; }",
                    copies + "public void clear(T t) { t.l().clear(); }")),
            Twins.differ(
                "fields that the maker sets",
                library(
                    "String s;", "public T make() { T t = new T(); t.s = all.get(0); return t; }"),
                library(
                    "String s;",
                    "private T t = new T(); public T make() { t.s = all.get(0); return t; }")),
            Twins.differ(
                "a helper for the package",
                library(
                    "private int n; static T set(T t, int n) { t.n = n; return t; }",
                    "public T make() { return T.set(new T(), 1); }"),
                library(
                    "private int n; static T set(T t, int n) { t.n = n; return t; }",
                    "public T make() { return T.set(new T(), 1); }"
                        + " public void again(T t) { T.set(t, 2); }")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> places() {
    String library =
        "package lib; public class Make { int n; public static Object make() { return new Make(); } }\n";
    String mate = "package lib; public class Mate { MEMBER }";
    String reading = mate.replace("MEMBER", "public int of(Make m) { return m.n; }");
    String writing = mate.replace("MEMBER", "public void of(Make m) { m.n++; }");
    return Stream.of(
            Twins.differ(
                "a mate for a newer Java",
                released.inJarOfTwoReleases(library + reading, reading),
                released.inJarOfTwoReleases(library + reading, writing)),
            Twins.differ(
                "a directory of the parent's",
                released.below("package other; public class O { }", library),
                released.below("package lib; public class O { }", library)))
        .flatMap(tests -> tests);
  }
}
