package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Unmodifiable views of what nobody else can reach, and others of what somebody can. */
class WrappedTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    List<String> one = new ArrayList<>(List.of("a"));
    AtomicInteger calls = new AtomicInteger();
    Comparator<String> counting = (a, b) -> a.compareTo(b) + 0 * calls.incrementAndGet();
    return Stream.of(
            Twins.differ("a copy behind a view", new Wrapped(one), new WrappedGiven(one)),
            Twins.differ("a copy or a view", new Wrapped(one), new SometimesBare(one)),
            Twins.differ("filled before", FilledBefore.of("a"), FilledAfter.of("a")),
            Twins.differ("a private getter", new PrivateGetter(one), new PrivateGetterUsed(one)),
            Twins.differ("an order", new Ordered(Comparator.naturalOrder()), new Ordered(counting)))
        .flatMap(tests -> tests);
  }

  static final class Wrapped {
    private final List<String> rows;

    Wrapped(Collection<String> rows) {
      this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class WrappedGiven {
    private final List<String> rows;

    WrappedGiven(List<String> rows) {
      this.rows = Collections.unmodifiableList(rows);
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class SometimesBare {
    private final List<String> rows;

    SometimesBare(Collection<String> rows) {
      List<String> copy = new ArrayList<>(rows);
      this.rows = rows.isEmpty() ? Collections.unmodifiableList(copy) : copy;
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class FilledBefore {
    private final List<String> rows;

    private FilledBefore(List<String> rows) {
      this.rows = rows;
    }

    List<String> rows() {
      return rows;
    }

    static FilledBefore of(String row) {
      List<String> rows = new ArrayList<>();
      rows.add(row);
      return new FilledBefore(Collections.unmodifiableList(rows));
    }
  }

  static final class FilledAfter {
    private final List<String> rows;

    private FilledAfter(List<String> rows) {
      this.rows = rows;
    }

    List<String> rows() {
      return rows;
    }

    static FilledAfter of(String row) {
      List<String> rows = new ArrayList<>();
      FilledAfter made = new FilledAfter(Collections.unmodifiableList(rows));
      rows.add(row);
      return made;
    }
  }

  static final class PrivateGetter {
    private final List<String> rows;

    PrivateGetter(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    private List<String> rows() {
      return rows;
    }

    int size() {
      return rows().size();
    }
  }

  static final class PrivateGetterUsed {
    private final List<String> rows;

    PrivateGetterUsed(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    private List<String> rows() {
      return rows;
    }

    void clear() {
      rows().clear();
    }
  }

  static final class Ordered {
    private final SortedMap<String, String> rows;

    Ordered(Comparator<String> order) {
      SortedMap<String, String> rows = new TreeMap<>(order);
      rows.put("a", "b");
      this.rows = rows;
    }

    String get(String key) {
      return rows.get(key);
    }
  }
}
