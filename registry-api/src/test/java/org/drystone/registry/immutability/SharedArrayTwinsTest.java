package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that go from hand to hand and are only read, and others that are not. */
class SharedArrayTwinsTest {

  private static final List<String> ONE = List.of("a");

  @TestFactory
  Stream<DynamicTest> pairs() {
    int[] n = {1};
    return Stream.of(
            Twins.differ("a lambda", new Mapped(n), new ArrayLambda(n)),
            Twins.differ("shared among versions", new Shared(n), new SharedAndSet(n)),
            Twins.differ("an inner class", new Inner(ONE), new WritingInner(ONE)),
            Twins.differ("mutable elements", new Elements("a"), new Elements(new int[1])),
            Twins.differ("a second field", new Twice(n), new TwiceShown(n)))
        .flatMap(tests -> tests);
  }

  static final class Mapped {
    private final int[] n;

    Mapped(int[] n) {
      this.n = n.clone();
    }

    int sum() {
      int[] local = n;
      return IntStream.range(0, local.length).map(i -> local[i]).sum();
    }
  }

  static final class ArrayLambda {
    private final int[] n;

    ArrayLambda(int[] n) {
      this.n = n.clone();
    }

    IntUnaryOperator counter() {
      int[] local = n;
      return i -> local[i]++;
    }
  }

  static final class Shared {
    private final int[] n;
    private final int size;

    Shared(int[] n) {
      this(n.clone(), n.length);
    }

    private Shared(int[] n, int size) {
      this.n = n;
      this.size = size;
    }

    Shared resized(int size) {
      return new Shared(n, size);
    }
  }

  static final class SharedAndSet {
    private final int[] n;
    private final int size;

    SharedAndSet(int[] n) {
      this(n.clone(), n.length);
    }

    private SharedAndSet(int[] n, int size) {
      this.n = n;
      this.size = size;
      n[0] = size;
    }

    SharedAndSet resized(int size) {
      return new SharedAndSet(n, size);
    }
  }

  static final class Inner {
    private final List<String> rows;

    Inner(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    class Reader {
      String first() {
        return rows.get(0);
      }
    }
  }

  static final class WritingInner {
    private final List<String> rows;

    WritingInner(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    class Writer {
      String first() {
        return rows.remove(0);
      }
    }
  }

  static final class Elements {
    private final Object[] elements;

    Elements(Object... elements) {
      this.elements = elements.clone();
    }

    int size() {
      return elements.length;
    }
  }

  static final class Twice {
    private final int[] n;
    private final int[] same;

    Twice(int[] n) {
      int[] copy = n.clone();
      this.n = copy;
      this.same = copy;
    }

    int first() {
      return n[0] + same[0];
    }
  }

  static final class TwiceShown {
    private final int[] n;
    private final int[] same;

    TwiceShown(int[] n) {
      int[] copy = n.clone();
      this.n = copy;
      this.same = copy;
    }

    int[] same() {
      return n.length == 0 ? null : same;
    }
  }
}
