package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches whose filling hands code on, or calls what is only known by an interface. */
class HandedCodeTwinsTest extends ReleasedTwins {

  private static final String SUM =
      """
      package lib;
      import java.util.function.IntUnaryOperator;
      public final class Make {
        interface Step {
          int next(int value);
          default int later(int value) { return value + (int) System.nanoTime(); }
        }
        static final class Add implements Step {
          private final int n;
          Add(int n) { this.n = n; }
          @Override public int next(int value) { return value + n; }
        }
        static final class AddClock implements Step {
          @Override public int next(int value) { return value + (int) System.nanoTime(); }
        }
        static IntUnaryOperator last = x -> x;
        private final int n;
        private int sum;
        Make(int n) { this.n = n; }
        static int twice(IntUnaryOperator code, int value) {
          return code.applyAsInt(code.applyAsInt(value));
        }
        static int once(Step step, int value) { return step.next(value); }
        static int later(Step step, int value) { return step.later(value); }
        public int sum() {
          int s = sum;
          if (s == 0) {
            s = twice(x -> x + n, 1) + once(new Add(n), 2) + once(x -> x - n, 3);
            sum = s;
          }
          return s;
        }
        public static Object make() { return new Make(3); }
      }
      """;

  private static final String SHAPES =
      """
      package lib;
      public final class Make {
        private final Shape shape;
        private int sum;
        Make(Shape shape) { this.shape = shape; }
        public int sum() {
          int s = sum;
          if (s == 0) {
            s = shape.size();
            sum = s;
          }
          return s;
        }
        public static Object make() { return Shapes.make(); }
      }
      package lib;
      public final class Shapes {
        interface Hidden {}
        static Make make() { return new Make(new One()); }
      }
      interface Shape { int size(); }
      final class One implements Shape { @Override public int size() { return 1; } }
      """;

  @TestFactory
  Stream<DynamicTest> code_that_is_handed_on() {
    Variants sum = new Variants(released, SUM);
    return Stream.of(
            sum.differ("a lambda", "x -> x + n", "x -> x + (int) System.nanoTime()"),
            sum.differ("a lambda that is kept", "x -> x + n", "last"),
            sum.differ("an object", "new Add(n)", "new AddClock()"),
            sum.differ("another method of a lambda", "once(x -> x - n", "later(x -> x - n"),
            sum.differ("of an object", "once(new Add(n)", "later(new Add(n)"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> types_of_one_package() {
    Object steady = released.inJar(SHAPES);
    String hidden = "interface Hidden {}";
    return Stream.of(
            Twins.differ(
                "the clock", steady, inJar("return 1;", "return (int) System.nanoTime();")),
            Twins.differ(
                "a lambda", steady, inJar(hidden, "static Shape two() { return () -> 2; }")),
            Twins.differ(
                "one that all can extend",
                steady,
                inJar(
                    hidden,
                    "public static class Two"
                        + " implements Shape { @Override public int size() { return 2; } }")),
            Twins.differ(
                "a type that all can see",
                steady,
                inJar(
                    "interface Shape { int size(); }\n",
                    "",
                    "package lib;\npublic final class Shapes",
                    "package lib;\npublic interface Shape { int size(); }\n"
                        + "package lib;\npublic final class Shapes")),
            Twins.differ("a directory", steady, released.inDirectory(SHAPES)))
        .flatMap(tests -> tests);
  }

  private static Object inJar(String... textsAndOthers) {
    return released.inJar(Variants.replaced(SHAPES, textsAndOthers));
  }
}
