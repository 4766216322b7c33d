package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ways by which an object that should be one's own gets to others after all. */
class OwnObjectEscapeTwinsTest {

  static final Log LOG = new Log();

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a sibling's constructor", new Told(1), new Adopted(1)),
            Twins.differ("what only a sibling is", new Told(1), new Suspected(1)),
            Twins.differ("a superclass that keeps it", new Noting(1), new Registering(1)),
            Twins.differ("another thread", new Asking(1), new Ticking(1)),
            Twins.differ("a late change by a factory", Filled.one(), FilledLate.one()),
            Twins.differ("what a loop makes", Filled.one(), LoopedLate.first()),
            Twins.differ("what a constructor shows", new Doubled(1), new Announced(1)))
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

  static final class Told extends Telling {
    Told(int value) {
      super(value);
    }
  }

  static class Adopting {
    private final Cell cell;

    Adopting(int value) {
      cell = new Cell(value);
    }

    Adopting(Adopting model) {
      cell = new Cell(model.cell.value);
      adopt(model.cell);
    }

    void adopt(Object model) {}
  }

  static final class Adopted extends Adopting {
    Adopted(int value) {
      super(value);
    }
  }

  static final class Thief extends Adopting {
    Thief(Adopting model) {
      super(model);
    }

    @Override
    void adopt(Object model) {
      ((Cell) model).add();
    }
  }

  static class Suspecting {
    private final Cell cell;

    Suspecting(int value) {
      cell = new Cell(value);
    }

    Suspecting(Suspecting model) {
      cell = new Cell(model.cell.value);
      if (this instanceof Burglar) {
        model.cell.add();
      }
    }
  }

  static final class Suspected extends Suspecting {
    Suspected(int value) {
      super(value);
    }
  }

  static final class Burglar extends Suspecting {
    Burglar(Suspecting model) {
      super(model);
    }
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

  static class Log {
    private Object last = "";

    void note(Object entry) {
      last = entry;
    }

    Object last() {
      return last;
    }
  }

  static class Base {
    void begin(Object entry) {
      LOG.note(entry);
    }
  }

  static final class Noting extends Base {
    private final Cell cell;

    Noting(int value) {
      cell = new Cell(value);
      begin(value);
    }
  }

  static final class Registering extends Base {
    private final Cell cell;

    Registering(int value) {
      cell = new Cell(value);
      begin(cell);
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

  static final class Ticking {
    private final Cell cell;

    Ticking(int value) {
      cell = new Cell(value);
    }

    Thread thread() {
      return new Thread(() -> cell.add());
    }
  }

  static final class Filled {
    private final Cell cell;

    private Filled(Cell cell) {
      this.cell = cell;
    }

    static Object one() {
      Cell cell = new Cell(1);
      cell.add();
      return new Filled(cell);
    }
  }

  static final class FilledLate {
    private final Cell cell;

    private FilledLate(Cell cell) {
      this.cell = cell;
    }

    static Object one() {
      Cell cell = new Cell(1);
      FilledLate made = new FilledLate(cell);
      cell.add();
      return made;
    }
  }

  static final class LoopedLate {
    private final Cell cell;

    private LoopedLate(Cell cell) {
      this.cell = cell;
    }

    static Object first() {
      Cell before = null;
      for (int i = 0; i < 3; i++) {
        Cell cell = new Cell(i);
        if (before != null) {
          before.add();
        }
        before = cell;
        LOG.note(new LoopedLate(cell));
      }
      return LOG.last();
    }
  }

  static final class Announced {
    private final Cell cell;

    Announced(int value) {
      cell = new Cell(value);
      LOG.note(this);
      cell.add();
    }
  }
}
