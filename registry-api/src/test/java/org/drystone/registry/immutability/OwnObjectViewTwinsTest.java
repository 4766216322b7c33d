package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What others can do with the views of an object that one other keeps to itself. */
class OwnObjectViewTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a view", new Viewed(1), new Edited(1)),
            Twins.differ("a view that its family changes", new Viewed(1), new ResetByFamily(1)),
            Twins.differ("a view with an open field", new Viewed(1), new Opened(1)),
            Twins.differ("a view that gives it away", new Viewed(1), new GivenAway(1)),
            Twins.differ("who keeps it as well", new Built.Builder().build(), Kept.of()),
            Twins.differ("only some are told", new Quiet(1), new Polite(1)))
        .flatMap(tests -> tests);
  }

  static final class Cell {
    int value;

    Cell(int value) {
      this.value = value;
    }
  }

  static final class Viewed {
    private final Cell cell;

    Viewed(int value) {
      cell = new Cell(value);
    }

    Object view() {
      return new Object() {
        public int get() {
          return cell.value;
        }
      };
    }
  }

  static final class Edited {
    private final Cell cell;

    Edited(int value) {
      cell = new Cell(value);
    }

    Object view() {
      return new Object() {
        public void set(int value) {
          cell.value = value;
        }
      };
    }
  }

  static class FamilyView {
    private final Cell seen;

    FamilyView(Cell seen) {
      this.seen = seen;
    }
  }

  /** All who share its private members may use them. */
  static final class Resetting {
    static void reset(FamilyView view) {
      view.seen.value = 0;
    }
  }

  static final class ResetByFamily {
    private final Cell cell;

    ResetByFamily(int value) {
      cell = new Cell(value);
    }

    Object view() {
      return new FamilyView(cell);
    }
  }

  static class OpenView {
    protected final Cell cell;

    OpenView(Cell cell) {
      this.cell = cell;
    }
  }

  static final class Opened {
    private final Cell cell;

    Opened(int value) {
      cell = new Cell(value);
    }

    Object view() {
      return new OpenView(cell);
    }
  }

  static class GenerousView {
    private final Cell given;

    GenerousView(Cell given) {
      this.given = given;
    }

    Cell cell() {
      return given;
    }
  }

  static final class GivenAway {
    private final Cell cell;

    GivenAway(int value) {
      cell = new Cell(value);
    }

    Object view() {
      return new GenerousView(cell);
    }
  }

  static final class Built {
    private final Cell cell;

    private Built(Cell cell) {
      this.cell = cell;
    }

    int get() {
      return cell.value;
    }

    static final class Builder {
      private int value;

      Builder value(int next) {
        value = next;
        return this;
      }

      Object build() {
        return new Built(new Cell(value));
      }
    }
  }

  static final class Kept {
    private final Cell cell;

    private Kept(Cell cell) {
      this.cell = cell;
    }

    int get() {
      return cell.value;
    }

    static Object of() {
      return new Builder().build();
    }

    static final class Builder {
      private final Cell cell = new Cell(1);

      void value(int next) {
        cell.value = next;
      }

      Object build() {
        return new Kept(cell);
      }
    }
  }

  interface Guest {
    void greet(Object host);
  }

  static final class Quiet {
    private final Cell cell;

    Quiet(int value) {
      cell = new Cell(value);
    }

    @Override
    public boolean equals(Object other) {
      return greeted(other, "a guest");
    }

    private static boolean greeted(Object other, Object host) {
      if (other instanceof Guest guest) {
        guest.greet(host);
      }
      return false;
    }

    @Override
    public int hashCode() {
      return cell.value;
    }
  }

  static final class Polite {
    private final Cell cell;

    Polite(int value) {
      cell = new Cell(value);
    }

    @Override
    public boolean equals(Object other) {
      return greeted(other, cell);
    }

    private static boolean greeted(Object other, Object host) {
      if (other instanceof Guest guest) {
        guest.greet(host);
      }
      return false;
    }

    @Override
    public int hashCode() {
      return cell.value;
    }
  }
}
