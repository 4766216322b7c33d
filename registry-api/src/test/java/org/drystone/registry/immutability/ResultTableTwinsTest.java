package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that remember what was computed before, and arrays that nearly do. */
class ResultTableTwinsTest extends ReleasedTwins {

  private static final String YEARS =
      """
      package lib;
      public class Make {
        static class Entry {
          final int key;
          final long value;
          Entry(int key, long value) {
            this.key = key;
            this.value = value;
          }
        }
        private final Entry[] table = new Entry[8];
        private final int base;
        static int count;
        Make(Entry[] given) {
          base = 1;
        }
        private Entry entry(int year) {
          Entry entry = table[year & 7];
          if (entry == null || entry.key != year) {
            entry = new Entry(year, days(year));
            table[year & 7] = entry;
          }
          return entry;
        }
        long days(int year) {
          return year * 365L + Math.floorDiv(year, 4);
        }
        public long start(int year) {
          return entry(year).value;
        }
        static final class ByClock extends Make {
          ByClock() { super(null); }
          @Override
          long days(int year) {
            return System.nanoTime();
          }
        }
        public static Object make() { return new Make(new Entry[8]); }
      }
      """;

  @TestFactory
  Stream<DynamicTest> what_is_computed() {
    Variants years = new Variants(released, YEARS);
    String days = "days(year))";
    return Stream.of(
            years.differ("the clock", "year * 365L", "System.nanoTime()"),
            years.differ(
                "a subclass that asks the clock", "new Make(new Entry[8])", "new ByClock()"),
            years.differ("a static field", "year * 365L", "count"),
            years.differ("a field, which may not be set yet", "year * 365L", "base"),
            years.differ("what was there", days, "entry == null ? 1 : 2)"),
            years.differ(
                "what a constructor counts", "this.value = value", "this.value = value + count++"),
            years.differ("another number is kept", "Entry(year, days", "Entry(year + 8, days"),
            years.differ("an entry that changes", "final long value", "long value"),
            years.differ(
                "an entry of a list", "final long value", "java.util.List<?> l; long value"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> how_it_is_found() {
    Variants years = new Variants(released, YEARS);
    return Stream.of(
            years.differ("the number is not compared", " || entry.key != year", ""),
            years.differ("another number is", "entry.key != year", "entry.key != (year & 15)"),
            years.differ("the other way round", "entry.key != year", "entry.key == year"),
            years.differ(
                "another place, which may be none", "table[year & 7] = ", "table[year] = "),
            years.differ("fails if there is nothing", "entry == null || ", ""),
            years.differ(
                "fails only where nothing was",
                "if (entry == null ||",
                "if (entry == null) Math.toIntExact(year << 3L); if (entry == null ||"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> who_knows_it() {
    Variants years = new Variants(released, YEARS);
    String end = "public static Object make()";
    return Stream.of(
            years.differ(
                "entries as objects",
                "return entry(year).value",
                "return same(year)"
                    + " ? 1 : 2; } boolean same(int year) { return entry(year) == entry(year + 8)"),
            years.differ("a getter", end, "public Object[] table() { return table; } " + end),
            years.differ(
                "somebody's table",
                "table = new Entry[8]",
                "table; { table = null"
                    + " == null ? SHARED : null; } static final Entry[] SHARED = new Entry[8]"),
            years.differ("a second writer", end, "void put(Entry e) { table[0] = e; } " + end),
            years.differ("all may ask for entries", "private Entry entry", "public Entry entry"),
            years.differ("clones share it", "class Make {", "class Make implements Cloneable {"))
        .flatMap(tests -> tests);
  }
}
