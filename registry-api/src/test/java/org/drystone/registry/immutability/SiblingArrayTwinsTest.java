package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that an object takes to a superclass, of which siblings have their own. */
class SiblingArrayTwinsTest extends ReleasedTwins {

  private static final String BASE = "private final int[] a; protected D(int[] a) { this.a = a; } ";
  private static final String NEW = "public T() { super(new int[] {1}); } ";
  private static final String GIVEN = "public S(int[] a) { super(a); } ";

  private static Object library(String inD, String inT, String inS, String inMate) {
    return released.inJar(Library.of(inD, inT, inS, inMate));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    String setter = BASE + "protected void set(int i) { a[0] = i; } ";
    String getter = BASE + "protected int[] raw() { return a; } ";
    String field = "protected int[] a = {1};";
    return Stream.of(
            Twins.differ(
                "who brings the array",
                library(BASE, NEW, GIVEN, ""),
                library(BASE, "static final int[] A = {1}; public T() { super(A); } ", GIVEN, "")),
            Twins.differ(
                "who calls what writes",
                library(setter, NEW, GIVEN + "public void f() { set(2); }", ""),
                library(setter, NEW + "public void f() { set(2); }", GIVEN, "")),
            Twins.differ(
                "who shows it",
                library(getter, NEW, GIVEN + "public int[] f() { return raw(); }", ""),
                library(getter, NEW + "public int[] f() { return raw(); }", GIVEN, "")),
            Twins.differ(
                "a package mate gets it",
                library(getter, NEW, GIVEN, "int f(D<?> d) { return d.raw()[0]; }"),
                library(getter, NEW, GIVEN, "public int[] f(D<?> d) { return d.raw(); }")),
            Twins.differ(
                "a field that the package shares",
                library(field, "", "", "public int f(D<?> d) { return d.a[0]; }"),
                library(field, "", "", "public void f(D<?> d) { d.a[0] = 2; }")),
            Twins.differ(
                "a sibling that is made from it",
                library(
                    setter + "protected D(D<?> d) { a = d.a.clone(); }",
                    NEW,
                    "public S(T t) { super(t); } public void f() { set(2); }",
                    ""),
                library(
                    setter + "protected D(D<?> d) { a = d.a; }",
                    NEW,
                    "public S(T t) { super(t); } public void f() { set(2); }",
                    "")),
            Twins.differ(
                "a sibling that it is made from",
                library(
                    setter + "protected D(D<?> d) { a = d.a.clone(); }",
                    "public T() { this(new S(new int[1])); } public T(lib.base.D<?> d) { super(d); }",
                    GIVEN + "public void f() { set(2); }",
                    ""),
                library(
                    setter + "protected D(D<?> d) { a = d.a; }",
                    "public T() { this(new S(new int[1])); } public T(lib.base.D<?> d) { super(d); }",
                    GIVEN + "public void f() { set(2); }",
                    "")),
            Twins.differ(
                "a sibling that borrows it",
                library(
                    setter + "private int[] b; protected void borrow(D<?> d) { b = d.b; }",
                    NEW,
                    GIVEN + "public void f(T t) { borrow(t); }",
                    ""),
                library(
                    setter
                        + "private int[] b = {}; protected void borrow(D<?> d) { b = d.a; }"
                        + "protected void setB() { b[0] = 2; }",
                    NEW,
                    GIVEN + "public void f(T t) { borrow(t); setB(); }",
                    "")),
            Twins.differ(
                "an array made for two",
                library(
                    "private int[] a; protected void set(int i) { a[0] = i; }"
                        + "protected D(int[] a) { this.a = a; }",
                    NEW,
                    GIVEN,
                    ""),
                library(
                    "private int[] a; protected void set(int i) { a[0] = i; }"
                        + "protected D(int[] a) { this.a = a; }"
                        + "protected void lend(D<?> d) { int[] n = {1}; a = n; d.a = n; }",
                    NEW, GIVEN + "public void f(T t) { lend(t); set(2); }", "")))
        .flatMap(tests -> tests);
  }
}
