package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is filled before it is handed over to an object, and what is filled later, under whatever
 * name.
 */
class HandoverTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    List<Object> seen = new ArrayList<>();
    return Stream.of(
            Twins.differ("filled by a helper", HelpedBefore.of(seen), HelpedAfter.of(seen)),
            Twins.differ("another name", HelpedBefore.of(seen), OtherName.of(seen)),
            Twins.differ("an iterator", HelpedBefore.of(seen), Iterated.of(seen)),
            Twins.differ("a view", HelpedBefore.of(seen), Viewed.of(seen)),
            Twins.differ("an array behind a list", new Fixed(1), ArrayBehind.of(seen)),
            Twins.differ("two objects", HelpedBefore.of(seen), TwoObjects.of(seen)),
            Twins.differ("two objects and a helper", HelpedBefore.of(seen), TwoHelped.of(seen)),
            Twins.differ("two objects in a loop", HelpedBefore.of(seen), TwoLooped.of(seen)),
            Twins.differ("a second field of a copy", new Fixed(1), new SecondField(new int[] {1})),
            Twins.differ(
                "an array made by others",
                new Filled(List.of("a")),
                new FilledByOthers(List.of("a"), String[]::new)))
        .flatMap(tests -> tests);
  }

  static final class HelpedBefore {
    private final List<String> rows;

    private HelpedBefore(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static HelpedBefore of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      fill(rows);
      HelpedBefore made = new HelpedBefore(rows);
      seen.add(made);
      return made;
    }

    private static void fill(List<String> rows) {
      rows.add("a");
    }
  }

  static final class HelpedAfter {
    private final List<String> rows;

    private HelpedAfter(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static HelpedAfter of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      HelpedAfter made = new HelpedAfter(rows);
      seen.add(made);
      fill(rows);
      return made;
    }

    private static void fill(List<String> rows) {
      rows.add("a");
    }
  }

  static final class OtherName {
    private final List<String> rows;

    private OtherName(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static OtherName of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      List<String> same = Objects.requireNonNull(rows);
      OtherName made = new OtherName(rows);
      seen.add(made);
      same.add("a");
      return made;
    }
  }

  static final class Iterated {
    private final List<String> rows;

    private Iterated(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static Iterated of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      ListIterator<String> it = rows.listIterator();
      Iterated made = new Iterated(rows);
      seen.add(made);
      it.add("a");
      return made;
    }
  }

  static final class Viewed {
    private final List<String> rows;

    private Viewed(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static Viewed of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      List<String> part = rows.subList(0, 0);
      Viewed made = new Viewed(rows);
      seen.add(made);
      part.add("a");
      return made;
    }
  }

  static final class TwoObjects {
    private final List<String> rows;

    private TwoObjects(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static TwoObjects of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      TwoObjects made = new TwoObjects(rows);
      seen.add(made);
      TwoObjects twin = new TwoObjects(rows);
      twin.rows.add("a");
      return made;
    }
  }

  static final class TwoHelped {
    private final List<String> rows;

    private TwoHelped(List<String> rows) {
      this.rows = rows;
    }

    int size() {
      return rows.size();
    }

    static TwoHelped of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      TwoHelped made = new TwoHelped(rows);
      seen.add(made);
      fill(new TwoHelped(rows));
      return made;
    }

    private static void fill(TwoHelped twin) {
      twin.rows.add("a");
    }
  }

  static final class TwoLooped {
    private final List<String> rows;

    private TwoLooped(List<String> rows) {
      this.rows = rows;
      this.rows.add("a");
    }

    int size() {
      return rows.size();
    }

    static TwoLooped of(List<Object> seen) {
      List<String> rows = new ArrayList<>();
      TwoLooped made = null;
      for (int i = 0; i < 2; i++) {
        made = new TwoLooped(rows);
        seen.add(made);
      }
      return made;
    }
  }

  static final class Fixed {
    private final int[] n;

    Fixed(int first) {
      n = new int[] {first};
    }

    int first() {
      return n[0];
    }
  }

  static final class ArrayBehind {
    private final Object[] rows;

    private ArrayBehind(Object[] rows) {
      this.rows = rows;
    }

    int size() {
      return rows.length;
    }

    static ArrayBehind of(List<Object> seen) {
      Object[] rows = {"a"};
      List<Object> list = Arrays.asList(rows);
      ArrayBehind made = new ArrayBehind(rows);
      seen.add(made);
      list.set(0, "b");
      return made;
    }
  }

  static final class SecondField {
    private int[] n;
    private int[] other;

    SecondField(int[] n) {
      if (n != null) {
        this.n = n.clone();
      }
    }

    int first() {
      return n[0];
    }

    SecondField copy() {
      SecondField copy = new SecondField(null);
      copy.other = n;
      copy.other[0] = 7;
      return copy;
    }
  }

  static final class Filled {
    private final String[] rows;

    Filled(List<String> rows) {
      this.rows = rows.stream().toArray(String[]::new);
    }

    int size() {
      return rows.length;
    }
  }

  static final class FilledByOthers {
    private final String[] rows;

    FilledByOthers(List<String> rows, IntFunction<String[]> maker) {
      this.rows = rows.stream().toArray(maker);
    }

    int size() {
      return rows.length;
    }
  }
}
