package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An array that an object of a final class in a released jar hands on to another of its class. */
class HandedOnTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      public abstract class B {
        final String[] rows;
        B(String[] rows) { this.rows = rows; }
        IN_B
      }
      package lib;
      public final class T extends B {
        T(String[] rows) { super(rows); }
        IN_T
      }
      package lib;
      public final class S extends B {
        public S(String[] rows) { super(rows); }
      }
      package lib;
      public class Make {
        public static Object make() { return new T(new String[] {"a"}); }
      }
      """;

  private static Object library(String inB, String inT) {
    return released.inJar(LIBRARY.replace("IN_B", inB).replace("IN_T", inT));
  }

  @TestFactory
  Stream<DynamicTest> arrays() {
    return Stream.of(
            Twins.differ(
                "its own",
                library("", "public T again() { return new T(rows); }"),
                library("", "public T again(B from) { return new T(from.rows); }")),
            Twins.differ(
                "that of whoever has the method",
                library("", "public T again() { return new T(rows); }"),
                library("public T again() { return new T(rows); }", "")))
        .flatMap(tests -> tests);
  }

  private static Object nest(String inT) {
    return released.inDirectory(
        """
        package lib;
        public class T {
          private final String[] rows;
          T() { rows = new String[] {"a"}; }
          private T(String[] rows) { this.rows = rows; }
          public static class S extends T {
            public S(String... rows) { super(rows); }
          }
          IN_T
        }
        package lib;
        public class Make {
          public static Object make() { return new T(); }
        }
        """
            .replace("IN_T", inT));
  }

  @TestFactory
  Stream<DynamicTest> constructors() {
    return Twins.differ(
        "that only a subclass calls",
        nest(""),
        nest("public static T of(String... rows) { return new T(rows); }"));
  }
}
