package org.drystone.registry.immutability;

import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that are empty while they hold no number, or any below zero; tables of other classes. */
class CacheRangeTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("what counts as empty", new NoNumber(2), new NoNumberAtFirst(2)),
            Twins.differ("what was there before", new Negative(2), new CountingDown()),
            Twins.differ("what a local was before", new Negative(2), new CountingDownLocally()),
            Twins.differ("what is given back", new Negative(2), new TellsTheFirst(2)),
            Twins.differ("who fills a table", new Looked(1), new LookedInWritten(1)),
            Twins.differ("another name of a table", new Looked(1), new LookedInShared(1)),
            Twins.differ("a row of a table", new LookedInRows(1), new LookedInLentRow(1)),
            Twins.differ("what is in a table", new Looked(1), new LookedAtCount()),
            Twins.differ("what a lambda asks of its maker", new Steady(), new Clock()))
        .flatMap(tests -> tests);
  }

  static final class NoNumber {
    private final int a;
    private volatile double root = Double.NaN;

    NoNumber(int a) {
      this.a = a;
    }

    double root() {
      if (Double.isNaN(root)) {
        root = Math.sqrt(a);
      }
      return root;
    }
  }

  static final class NoNumberAtFirst {
    private final int a;
    private volatile double root = Double.NaN;

    NoNumberAtFirst(int a) {
      this.a = a;
    }

    double root() {
      double known = root;
      if (Double.isNaN(known)) {
        root = Math.sqrt(a);
      }
      return known;
    }
  }

  static final class Negative {
    private final int a;
    private int rest = -1;

    Negative(int a) {
      this.a = a;
    }

    int rest() {
      int known = rest;
      if (known < 0) {
        known = a % 7;
        rest = known;
      }
      return known;
    }
  }

  static final class CountingDown {
    private int rest = -1;

    int rest() {
      if (rest < 0) {
        rest = rest - 1;
      }
      return rest;
    }
  }

  static final class CountingDownLocally {
    private int rest = -1;

    int rest() {
      int known = rest;
      if (known < 0) {
        known = known - 1;
        rest = known;
      }
      return known;
    }
  }

  static final class TellsTheFirst {
    private final int a;
    private int rest = -1;

    TellsTheFirst(int a) {
      this.a = a;
    }

    int rest() {
      if (rest < 0) {
        rest = a % 7;
        return -1;
      }
      return rest;
    }
  }

  static final class Table {
    private static final int[] SQUARES = new int[10];
    private static final int[] WRITTEN = new int[10];
    private static final int[] HIDDEN = new int[10];
    static final int[] SHOWN = HIDDEN;
    private static final int[][] ROWS = {{1, 2}, {3, 4}};
    private static final int[][] LENT = {{1, 2}, {3, 4}};
    private static final Count[] COUNTS = {new Count()};

    static {
      for (int i = 0; i < SQUARES.length; i++) {
        SQUARES[i] = i * i;
      }
    }

    static int square(int i) {
      return SQUARES[i];
    }

    static int written(int i) {
      return WRITTEN[i];
    }

    static void write(int i, int value) {
      WRITTEN[i] = value;
    }

    static int hidden(int i) {
      return HIDDEN[i];
    }

    static int row(int i) {
      return ROWS[i][0];
    }

    static int lent(int i) {
      return LENT[i][0];
    }

    static int[] lend(int i) {
      return LENT[i];
    }

    static int count() {
      return COUNTS[0].value;
    }

    static void grow() {
      COUNTS[0].value++;
    }
  }

  static final class Count {
    int value;
  }

  static final class Looked {
    private final int a;
    private Integer found;

    Looked(int a) {
      this.a = a;
    }

    Integer found() {
      if (found == null) {
        found = Table.square(a);
      }
      return found;
    }
  }

  static final class LookedInWritten {
    private final int a;
    private Integer found;

    LookedInWritten(int a) {
      this.a = a;
    }

    Integer found() {
      if (found == null) {
        found = Table.written(a);
      }
      return found;
    }
  }

  static final class LookedInShared {
    private final int a;
    private Integer found;

    LookedInShared(int a) {
      this.a = a;
    }

    Integer found() {
      if (found == null) {
        found = Table.hidden(a);
      }
      return found;
    }
  }

  static final class LookedInRows {
    private final int a;
    private Integer found;

    LookedInRows(int a) {
      this.a = a;
    }

    Integer found() {
      if (found == null) {
        found = Table.row(a);
      }
      return found;
    }
  }

  static final class LookedInLentRow {
    private final int a;
    private Integer found;

    LookedInLentRow(int a) {
      this.a = a;
    }

    Integer found() {
      if (found == null) {
        found = Table.lent(a);
      }
      return found;
    }
  }

  static final class LookedAtCount {
    private Integer found;

    Integer found() {
      if (found == null) {
        found = Table.count();
      }
      return found;
    }
  }

  /** Each subclass may be asked by a lambda that its superclass makes. */
  abstract static class Asking {
    private int answer = -1;

    abstract int at(int place);

    final int answer() {
      if (answer < 0) {
        answer = best(place -> at(place));
      }
      return answer;
    }

    private static int best(IntUnaryOperator function) {
      return Math.abs(function.applyAsInt(0) % 100);
    }
  }

  static final class Steady extends Asking {
    @Override
    int at(int place) {
      return place + 3;
    }
  }

  static final class Clock extends Asking {
    @Override
    int at(int place) {
      return (int) System.nanoTime();
    }
  }
}
