package org.drystone.registry.immutability;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who else may hold an object that should be one's own. */
class OwnObjectHoldTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a tree", new Tree("b", "a", "c"), new Grafted("b", "a")),
            Twins.differ("an open field beside it", new Doubled(1), new OpenDouble(1)),
            Twins.differ("a second field", new Doubled(1), new GrowingDouble(1)),
            Twins.differ("an array of arguments", new Formatted(1), new Collected(1)),
            Twins.differ("a reference to a method", new Asking(1), new Referring(1)),
            Twins.differ("an open holder", new Doubled(1), new Holding(1)))
        .flatMap(tests -> tests);
  }

  static class Cell {
    int value;

    Cell(int value) {
      this.value = value;
    }

    int get() {
      return value;
    }

    void add() {
      value++;
    }
  }

  static class Telling {
    private final Cell cell;

    Telling(int value) {
      cell = new Cell(value);
    }

    Telling(Telling model) {
      cell = new Cell(model.cell.value);
      adopt(model.cell.get());
    }

    void adopt(Object model) {}
  }

  static final class Doubled {
    private final Cell cell;
    private final Cell same;

    Doubled(int value) {
      cell = new Cell(value);
      same = cell;
    }

    int get() {
      return cell.get() + same.get();
    }
  }

  static final class OpenDouble {
    private final Cell cell;
    final Object same;

    OpenDouble(int value) {
      cell = new Cell(value);
      same = cell;
    }

    int get() {
      return cell.get();
    }
  }

  static final class GrowingDouble {
    private final Cell cell;
    private final transient Runnable growth;

    GrowingDouble(int value) {
      cell = new Cell(value);
      growth = cell::add;
    }

    int get() {
      growth.run();
      return cell.get();
    }
  }

  static final class Asking {
    private final Cell cell;

    Asking(int value) {
      cell = new Cell(value);
    }

    Thread thread() {
      return new Thread(() -> cell.get());
    }
  }

  static final class Formatted {
    private final Cell cell;

    Formatted(int value) {
      cell = new Cell(value);
    }

    void tell(Telling other) {
      other.adopt(new Object[] {cell.get()});
    }
  }

  static final class Collected {
    private final Cell cell;

    Collected(int value) {
      cell = new Cell(value);
    }

    void tell(Telling other) {
      other.adopt(new Object[] {cell});
    }
  }

  static final class Referring {
    private final Cell cell;

    Referring(int value) {
      cell = new Cell(value);
    }

    Supplier<Object> growth() {
      return Grower.of(cell)::grown;
    }
  }

  static final class Grower {
    private final Cell cell;

    private Grower(Cell cell) {
      this.cell = cell;
    }

    static Grower of(Cell cell) {
      return new Grower(cell);
    }

    Object grown() {
      cell.add();
      return "grown";
    }
  }

  static final class Holder {
    Object held;
  }

  static final class Holding {
    private final Cell cell;

    Holding(int value) {
      cell = new Cell(value);
    }

    Holder holder() {
      Holder holder = new Holder();
      holder.held = cell;
      return holder;
    }
  }

  static class Branch {
    String value;
    Branch left;
    Branch right;

    Branch(String value) {
      this.value = value;
    }

    void add(String more) {
      if (more.compareTo(value) < 0) {
        if (left == null) {
          left = new Branch(more);
        } else {
          left.add(more);
        }
      } else if (right == null) {
        right = new Branch(more);
      } else {
        right.add(more);
      }
    }

    boolean contains(String wanted) {
      if (wanted.equals(value)) {
        return true;
      }
      Branch next = wanted.compareTo(value) < 0 ? left : right;
      return next != null && next.contains(wanted);
    }

    String first() {
      return left == null ? value : left.first();
    }

    Branch leftmost() {
      return left == null ? this : left.leftmost();
    }
  }

  static final class Tree {
    private final Branch root;

    Tree(String first, String... others) {
      root = new Branch(first);
      for (String other : others) {
        root.add(other);
      }
    }

    boolean contains(String wanted) {
      return root.contains(wanted);
    }

    String first() {
      return root.first();
    }
  }

  static final class Grafted {
    private final Branch root;

    Grafted(String first, String... others) {
      root = new Branch(first);
      for (String other : others) {
        root.add(other);
      }
    }

    Object first() {
      return root.leftmost();
    }
  }
}
