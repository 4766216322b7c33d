package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lists that belong to one object alone, and others that others can reach. */
class OwnedListTwinsTest {

  private static final List<String> ONE = List.of("a");

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("an iterator", new Iterated(ONE), new IteratorShown(ONE)),
            Twins.differ("a removing iterator", new Iterated(ONE), new Removing(ONE)),
            Twins.differ("a view", new Viewed(ONE), new SubListShown(ONE)),
            Twins.differ("passed to others", new Viewed(ONE), new PassedOn(ONE, new ArrayList<>())),
            Twins.differ("filled later", new FilledOnce(ONE), new FilledLater(ONE)),
            Twins.differ("filled later by a helper", new Iterated(ONE), new FilledByHelper()),
            Twins.differ(
                "another one instead", new Iterated(ONE), new RequiredElse(new ArrayList<>(ONE))),
            Twins.differ("compared", new Compared(ONE), new ShownToCompare(ONE)))
        .flatMap(tests -> tests);
  }

  static final class FilledByHelper {
    private final List<String> rows = new ArrayList<>();

    void add(String row) {
      addNew(row);
    }

    private void addNew(String row) {
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
  }

  static final class RequiredElse {
    private final List<String> rows;

    RequiredElse(List<String> rows) {
      this.rows = Objects.requireNonNullElse(null, rows);
    }
  }

  static final class Compared {
    private final List<String> rows;

    Compared(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    boolean isEqual(Object other) {
      return Objects.equals(rows, other);
    }
  }

  static final class ShownToCompare {
    private final List<String> rows;

    ShownToCompare(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    boolean isEqual(Object other) {
      return Objects.equals(other, rows);
    }
  }

  static final class Iterated {
    private final List<String> rows;

    Iterated(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    int length() {
      int length = 0;
      for (String row : rows) {
        length += row.length();
      }
      return length;
    }
  }

  static final class IteratorShown {
    private final List<String> rows;

    IteratorShown(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    Iterator<String> iterator() {
      return rows.iterator();
    }
  }

  static final class Removing {
    private final List<String> rows;

    Removing(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    void drop() {
      Iterator<String> each = rows.iterator();
      each.next();
      each.remove();
    }
  }

  static final class Viewed {
    private final List<String> rows;

    Viewed(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    List<String> rows() {
      return Collections.unmodifiableList(rows.subList(0, 1));
    }
  }

  static final class SubListShown {
    private final List<String> rows;

    SubListShown(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    List<String> rows() {
      return rows.subList(0, 1);
    }
  }

  static final class PassedOn {
    private final List<String> rows;
    private final int size;

    PassedOn(Collection<String> rows, Collection<List<String>> others) {
      this.rows = new ArrayList<>(rows);
      this.size = rows.size();
      others.add(this.rows);
    }
  }

  static final class FilledOnce {
    private final List<String> rows = new ArrayList<>();

    FilledOnce(Collection<String> rows) {
      for (String row : rows) {
        add(row);
      }
    }

    private void add(String row) {
      rows.add(row);
    }
  }

  static final class FilledLater {
    private final List<String> rows = new ArrayList<>();

    FilledLater(Collection<String> rows) {
      for (String row : rows) {
        add(row);
      }
    }

    void add(String row) {
      rows.add(row);
    }
  }
}
