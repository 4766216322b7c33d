package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Objects of one exact class, whose superclass in another package lets its subclasses write; what
 * those of sibling classes do to themselves is no concern.
 */
class SiblingTwinsTest extends ReleasedTwins {

  private static Object library(String inD, String inT, String inS, String inMate) {
    return released.inJar(Library.of(inD, inT, inS, inMate));
  }

  @TestFactory
  Stream<DynamicTest> fields() {
    String field = "protected int n = 1;";
    return Stream.of(
            Twins.differ(
                "a sibling writes",
                library(field, "", "public void set(int n) { this.n = n; }", ""),
                library(field, "public void set(int n) { this.n = n; }", "", "")),
            Twins.differ(
                "a package mate",
                library(field, "", "", "public int get(D<?> d) { return d.n; }"),
                library(field, "", "", "public void set(D<?> d) { d.n = 2; }")),
            Twins.differ(
                "a superclass writes",
                library("protected int n; { n = 2; }", "", "", ""),
                library("protected int n; public void next() { n = 2; }", "", "", "")),
            Twins.differ(
                "a public field", library(field, "", "", ""), library("public int n;", "", "", "")),
            Twins.differ(
                "a package-private field",
                library("int n = 1;", "", "", "public int get(D<?> d) { return d.n; }"),
                library("int n = 1;", "", "", "public void set(D<?> d) { ++d.n; }")),
            Twins.differ(
                "an inner class writes through an accessor",
                library(field, "class I { int get() { return n; } }", "class I { { n = 1; } }", ""),
                library(field, "class I { void set() { n = 2; } }", "", "")),
            Twins.differ(
                "a lambda writes",
                library(field, "", "Runnable r() { return () -> n = 2; }", ""),
                library(field, "Runnable r() { return () -> n = 2; }", "", "")),
            Twins.differ(
                "a new object of the mate's",
                library(
                    field,
                    "",
                    "",
                    "static class E extends D<String> {} public E e() { E e = new E();"
                        + " e.n = 2; return e; }"),
                library(
                    field,
                    "",
                    "",
                    "static class E extends D<String> {} public D<?> e(D<?> e) {"
                        + " e.n = 2; return e; }")),
            Twins.differ(
                "a field updater",
                library("protected volatile int n;", "", "", ""),
                library(
                    "protected volatile int n;",
                    "",
                    "",
                    "static final java.util.concurrent.atomic.AtomicIntegerFieldUpdater<D> U ="
                        + " java.util.concurrent.atomic.AtomicIntegerFieldUpdater"
                        + ".newUpdater(D.class, \"n\");")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> methods() {
    String setter = "private int n; protected void set(int n) { this.n = n; }";
    return Stream.of(
            Twins.differ(
                "a sibling calls the setter",
                library(setter, "", "public void next() { set(2); }", ""),
                library(setter, "public void next() { set(2); }", "", "")),
            Twins.differ(
                "a package mate calls the setter",
                library(setter, "", "", "static class E extends D<String> { { set(2); } }"),
                library(setter, "", "", "public void set(D<?> d) { d.set(2); }")),
            Twins.differ(
                "a constructor calls it",
                library(setter, "public T() { set(2); }", "", ""),
                library(
                    setter,
                    "public T() { set(2); } public void f() { new T().set(1); set(3); }",
                    "",
                    "")),
            Twins.differ(
                "the setter is made public",
                library(setter, "", "@Override public void set(int n) { super.set(n); }", ""),
                library(setter, "@Override public void set(int n) { super.set(n); }", "", "")),
            Twins.differ(
                "a public setter is overridden",
                library(
                    "private int n; public void set(int n) { this.n = n; }",
                    "@Override public void set(int n) { throw new IllegalStateException(); }",
                    "",
                    ""),
                library(
                    "private int n; public void set(int n) { this.n = n; }",
                    "public void set(long n) { throw new IllegalStateException(); }",
                    "",
                    "")),
            Twins.differ(
                "what is overridden is called by super",
                library(
                    "private int n; public void set(int n) { this.n = n; }",
                    "@Override public void set(int n) { }",
                    "public void force() { super.set(2); }",
                    ""),
                library(
                    "private int n; public void set(int n) { this.n = n; }",
                    "@Override public void set(int n) { } public void force() { super.set(2); }",
                    "",
                    "")),
            Twins.differ(
                "a method reference to the setter",
                library(setter, "java.util.function.IntConsumer f() { return n -> { }; }", "", ""),
                library(
                    setter, "java.util.function.IntConsumer f() { return this::set; }", "", "")),
            Twins.differ(
                "a private method of the superclass calls the setter",
                library(
                    setter + "private void f() { set(1); } protected void g() { f(); }",
                    "",
                    "public void h() { g(); }",
                    ""),
                library(
                    setter + "private void f() { set(1); } protected void g() { f(); }",
                    "public void h() { g(); }",
                    "",
                    "")),
            Twins.differ(
                "an interface shows the setter",
                library(
                    "private V v; protected void set(V v) { this.v = v; }",
                    "",
                    "",
                    "interface I { void set(Integer v); }"),
                library(
                    "private int n; public void set(Integer v) { n = v; }",
                    "",
                    "",
                    "interface I { void set(Integer v); }")),
            Twins.differ(
                "a bridge to the setter",
                library("private int n; protected void set(Integer v) { n = v; }", "", "", ""),
                released.inJar(
                    Library.of(
                            "private int n; protected void set(Integer v) { n = v; }"
                                + " public interface I<W> { void set(W w); }",
                            "@Override public void set(Integer v) { super.set(v); }",
                            "",
                            "")
                        .replace(
                            "T extends lib.base.D<Integer>",
                            "T extends lib.base.D<Integer> implements lib.base.D.I<Integer>"))),
            Twins.differ(
                "what a sibling gives others",
                library(
                    "private int n; protected void take(D<?> d) { n = d.n; }",
                    "",
                    "public void f(T t) { take(t); }",
                    ""),
                library(
                    "private int n; protected void give(D<?> d) { d.n = n; }",
                    "",
                    "public void f(T t) { give(t); }",
                    "")),
            Twins.differ(
                "a static helper",
                library("private int n; static void set(D<?> d) { d.n = 2; }", "", "", ""),
                library(
                    "private int n; protected static void set(D<?> d) { d.n = 2; }", "", "", "")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> packages() {
    String library = Library.of("protected int n;", "", "", "");
    String other = "package other; public class O { }";
    String split = "package lib.base; public class O { public void f(D<?> d) { d.n = 2; } }";
    return Stream.of(
            Twins.differ("released", released.inJar(library), released.inDirectory(library)),
            Twins.differ(
                "a package in two jars",
                released.inTwoJars(library, other),
                released.inTwoJars(library, split)))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> caches() {
    String cache =
        "protected int h; @Override public int hashCode() {"
            + " int x = h; if (x == 0) { x = 31 * 31; h = x; } return x; } ";
    return Stream.of(
            Twins.differ(
                "a cache that a package mate resets",
                library(cache, "", "", "public void f(Mate m) { m.h = 0; } int h;"),
                library(cache, "", "", "public void f(D<?> d) { d.h = 0; }")),
            Twins.differ(
                "a cache that a package mate shows",
                library(cache, "", "", "public int f(D<?> d) { return d.hashCode(); }"),
                library(cache, "", "", "public int f(D<?> d) { return d.h; }")),
            Twins.differ(
                "a cache that the class resets",
                library(cache, "", "public void reset() { h = 0; }", ""),
                library(cache, "public void reset() { h = 0; }", "", "")))
        .flatMap(tests -> tests);
  }
}
