package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an object does with one that it keeps to itself, though its class can change. */
class OwnObjectUseTwinsTest {

  private static final List<Object> KEPT = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("what others are told", new Telling(1), new Showing(1)),
            Twins.differ("what a subclass is told", new Asking(1), new Handing(1)),
            Twins.differ("a lambda", new ReadLater(1), new AddedLater(1)),
            Twins.differ("printing", new Printed(new Sum(1)), new CountingPrints(1)),
            Twins.differ("an array of them", new Row(2), new OpenRow(2)),
            Twins.differ("a constant", Constant.ONE, Shared.ONE),
            Twins.differ("what a helper does", new Helped(1), new Betrayed(1)),
            Twins.differ("what an exception takes along", new Strict(1), new Careless(1)))
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

  static final class Telling {
    private final Sum sum;

    Telling(int start) {
      sum = new Sum(start);
    }

    void tell(Consumer<Object> listener) {
      listener.accept(sum.get());
    }
  }

  static final class Showing {
    private final Sum sum;

    Showing(int start) {
      sum = new Sum(start);
    }

    void tell(Consumer<Object> listener) {
      listener.accept(sum);
    }
  }

  static class Asking {
    private final Sum sum;

    Asking(int start) {
      sum = new Sum(start);
      started(sum.get());
    }

    void started(int start) {}
  }

  static class Handing {
    private final Sum sum;

    Handing(int start) {
      sum = new Sum(start);
      started(sum);
    }

    void started(Sum start) {}
  }

  static final class ReadLater {
    private final Sum sum;

    ReadLater(int start) {
      this.sum = new Sum(start);
    }

    Runnable later() {
      Sum known = sum;
      return () -> known.get();
    }
  }

  static final class AddedLater {
    private final Sum sum;

    AddedLater(int start) {
      this.sum = new Sum(start);
    }

    Runnable later() {
      Sum known = sum;
      return () -> known.add(1);
    }
  }

  static final class Printed {
    private final Sum sum;

    Printed(Sum sum) {
      this.sum = new Sum(sum.get());
    }

    @Override
    public String toString() {
      return "printed: " + sum;
    }
  }

  static final class CountingPrints {
    private final Sum sum;

    CountingPrints(int start) {
      this.sum = new NoisySum(start);
    }

    @Override
    public String toString() {
      return "printed: " + sum;
    }
  }

  static final class Row {
    private final Object sums;

    Row(int size) {
      Sum[] made = new Sum[size];
      for (int i = 0; i < size; i++) {
        made[i] = new Sum(i);
      }
      sums = made;
    }

    int get(int index) {
      return ((Sum[]) sums)[index].get();
    }
  }

  static final class OpenRow {
    private final Object sums;

    OpenRow(int size) {
      Sum[] made = new Sum[size];
      for (int i = 0; i < size; i++) {
        made[i] = new Sum(i);
      }
      sums = made;
    }

    Sum get(int index) {
      return ((Sum[]) sums)[index];
    }
  }

  static final class Constant {
    static final Constant ONE = new Constant(1);
    static final Constant TWO = new Constant(2);

    private final Sum sum;

    private Constant(int value) {
      sum = new Sum(value);
    }

    int get() {
      return sum.get();
    }
  }

  static final class Shared {
    static final Sum START = new Sum(1);
    static final Shared ONE = new Shared();

    private final Sum sum = START;

    int get() {
      return sum.get();
    }
  }

  /** Of another file it could not be told from one that keeps what it is given. */
  static final class Helper {
    static int twice(Sum sum) {
      return 2 * sum.get();
    }

    static int kept(Sum sum) {
      KEPT.add(sum);
      return 2 * sum.get();
    }
  }

  static final class Helped {
    private final Sum sum;

    Helped(int start) {
      sum = new Sum(start);
    }

    int twice() {
      return Helper.twice(sum);
    }
  }

  static final class Betrayed {
    private final Sum sum;

    Betrayed(int start) {
      sum = new Sum(start);
    }

    int twice() {
      return Helper.kept(sum);
    }
  }

  static final class Odd extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Object cause;

    Odd(Object cause) {
      this.cause = cause;
    }
  }

  static final class Strict {
    private final Sum sum;

    Strict(int start) {
      sum = new Sum(start);
    }

    void check() {
      if (sum.get() % 2 == 1) {
        throw new Odd(sum.get());
      }
    }
  }

  static final class Careless {
    private final Sum sum;

    Careless(int start) {
      sum = new Sum(start);
    }

    void check() {
      if (sum.get() % 2 == 1) {
        throw new Odd(sum);
      }
    }
  }
}
