package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects of a class that can change, which one other object keeps to itself, or does not. */
class OwnObjectTwinsTest {

  private static final List<Object> KEPT = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> pairs() {
    Sum sum = new Sum(3);
    return Stream.of(
            Twins.differ("who makes it", new CopiedIn(sum), new TakenIn(sum)),
            Twins.differ("what is handed out", new CopiedIn(sum), new GivenOut(sum)),
            Twins.differ("a late change", new CopiedIn(sum), new Growing(sum)),
            Twins.differ("before it is kept", Made.full(), Made.shared()),
            Twins.differ("a change of another one's", new Comparing(1), new Adding(1)),
            Twins.differ("a constructor that changes its model", new Copy(1), new Move(1)),
            Twins.differ("what it is exactly", new Exactly(new Sum(1)), new Noisily(1)),
            Twins.differ(
                "a clone of a final class", new Cloned(new Box()), new Cloned2(new Box2())))
        .flatMap(tests -> tests);
  }

  static class Sum {
    int value;
    int asked;

    Sum(int value) {
      this.value = value;
    }

    void add(int more) {
      value += more;
    }

    int get() {
      return value;
    }

    @Override
    public String toString() {
      return "sum " + value;
    }
  }

  static final class NoisySum extends Sum {
    NoisySum(int value) {
      super(value);
    }

    @Override
    int get() {
      return value + asked++;
    }

    @Override
    public String toString() {
      return "sum " + get();
    }
  }

  static final class CopiedIn {
    private final Sum sum;

    CopiedIn(Sum sum) {
      this.sum = new Sum(0);
      this.sum.add(sum.get());
    }

    Sum sum() {
      return new Sum(sum.get());
    }
  }

  static final class TakenIn {
    private final Sum sum;

    TakenIn(Sum sum) {
      this.sum = sum;
    }

    int get() {
      return sum.get();
    }
  }

  static final class GivenOut {
    private final Sum sum;

    GivenOut(Sum sum) {
      this.sum = new Sum(sum.get());
    }

    Sum sum() {
      return sum;
    }
  }

  static final class Growing {
    private final Sum sum;

    Growing(Sum sum) {
      this.sum = new Sum(sum.get());
    }

    void grow() {
      sum.add(1);
    }
  }

  static final class Made {
    private final Sum sum;

    private Made(Sum sum) {
      this.sum = sum;
    }

    static Object full() {
      Sum sum = new Sum(1);
      sum.add(2);
      return new Made(sum).orBetter();
    }

    Object orBetter() {
      return sum.get() > 1 ? this : new Made(new Sum(2));
    }

    static Object shared() {
      return MadeAndKept.make();
    }
  }

  static final class MadeAndKept {
    private final Sum sum;

    private MadeAndKept(Sum sum) {
      this.sum = sum;
    }

    static Object make() {
      Sum sum = new Sum(1);
      KEPT.add(sum);
      return new MadeAndKept(sum);
    }

    int get() {
      return sum.get();
    }
  }

  static final class Comparing {
    private final Sum sum;

    Comparing(int start) {
      sum = new Sum(start);
    }

    boolean isLess(Comparing other) {
      return sum.get() < other.sum.get();
    }
  }

  static final class Adding {
    private final Sum sum;

    Adding(int start) {
      sum = new Sum(start);
    }

    void addTo(Adding other) {
      other.sum.add(sum.get());
    }
  }

  static final class Copy {
    private final Sum sum;

    Copy(int start) {
      sum = new Sum(start);
    }

    Copy(Copy model) {
      sum = new Sum(0);
      sum.add(model.sum.get());
    }
  }

  static final class Move {
    private final Sum sum;

    Move(int start) {
      sum = new Sum(start);
    }

    Move(Move model) {
      sum = new Sum(model.sum.get());
      model.sum.add(-1);
    }
  }

  static final class Exactly {
    private final Sum sum;

    Exactly(Sum sum) {
      this.sum = new Sum(sum.value);
    }

    int get() {
      return sum.get();
    }
  }

  static final class Noisily {
    private final Sum sum;

    Noisily(int start) {
      this.sum = new NoisySum(start);
    }

    int get() {
      return sum.get();
    }
  }

  static final class Box implements Cloneable {
    int value;

    @Override
    public Box clone() {
      try {
        return (Box) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static class Box2 implements Cloneable {
    int value;

    @Override
    public Box2 clone() {
      try {
        return (Box2) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static final class Cloned {
    private final Box box;

    Cloned(Box box) {
      this.box = box.clone();
    }

    int get() {
      return box.value;
    }
  }

  /** A subclass may give out what it keeps. */
  static final class Cloned2 {
    private final Box2 box;

    Cloned2(Box2 box) {
      this.box = box.clone();
    }

    int get() {
      return box.value;
    }
  }
}
