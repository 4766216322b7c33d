package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that remember what was computed before, and arrays that nearly do. */
class ResultTableTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("the clock", new Years(), new ByClock()),
            Twins.differ("a subclass that asks the clock", new Years(), new YearsByClock()),
            Twins.differ("a field of its own", new Years(), new ByField(1)),
            Twins.differ("the number is not compared", new Years(), new Uncompared()),
            Twins.differ("another number is compared", new Years(), new OtherCompared()),
            Twins.differ("another number is kept", new Years(), new OtherKept()),
            Twins.differ("what was there counts", new Years(), new Remembering()),
            Twins.differ("another place, which may be none", new Years(), new OtherPlace()),
            Twins.differ("an exception when it is empty", new Years(), new Unchecked()),
            Twins.differ("fails only where nothing was", new Years(), new FailsOnce()),
            Twins.differ("entries that can be told apart", new Years(), new Shown()),
            Twins.differ("entries that change", new Years(), new OpenEntries()),
            Twins.differ("entries of what they are given", new Years(), new GivenEntries()),
            Twins.differ("the table is handed out", new Years(), new HandedOut()),
            Twins.differ("the table is somebody's", new Years(), new Given(new Entry[8])),
            Twins.differ("a second method empties it", new Years(), new Emptied()),
            Twins.differ("clones share it", new Years(), new Cloned()),
            Twins.differ("compared the other way round", new Backwards(), new WrongWay()))
        .flatMap(tests -> tests);
  }

  static final class Entry {
    final int key;
    final long value;

    Entry(int key, long value) {
      this.key = key;
      this.value = value;
    }
  }

  static class Years {
    private final Entry[] table = new Entry[8];

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

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class YearsByClock extends Years {
    @Override
    long days(int year) {
      return System.nanoTime();
    }
  }

  static final class ByClock {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, System.nanoTime());
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  /** Whoever asks while the constructor runs leaves an entry that is wrong later. */
  static final class ByField {
    private final Entry[] table = new Entry[8];
    private final int base;

    ByField(int base) {
      System.out.print(start(1) < 0 ? "?" : "");
      this.base = base;
    }

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year * base);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Uncompared {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class OtherCompared {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != (year & 15)) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class OtherKept {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year + 8, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Remembering {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, entry == null ? 1 : 2);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class OtherPlace {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 15] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Unchecked {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class FailsOnce {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null) {
        Math.toIntExact(year * 4_000_000_000L);
      }
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Shown {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    boolean isSame(int year, Object other) {
      return entry(year) == other;
    }

    Object start(int year) {
      return entry(year);
    }
  }

  static final class OpenEntry {
    final int key;
    long value;

    OpenEntry(int key, long value) {
      this.key = key;
      this.value = value;
    }
  }

  static final class OpenEntries {
    private final OpenEntry[] table = new OpenEntry[8];

    private OpenEntry entry(int year) {
      OpenEntry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new OpenEntry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value++;
    }
  }

  static final class CountingEntry {
    static int made;
    final int key;
    final long value;

    CountingEntry(int key) {
      this.key = key;
      this.value = made++;
    }
  }

  static final class GivenEntries {
    private final CountingEntry[] table = new CountingEntry[8];

    private CountingEntry entry(int year) {
      CountingEntry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new CountingEntry(year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class HandedOut {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }

    Entry[] table() {
      return table;
    }
  }

  static final class Given {
    private final Entry[] table;

    Given(Entry[] table) {
      this.table = table;
    }

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Emptied {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }

    void put(int year) {
      table[year] = new Entry(year, -1);
    }
  }

  static final class Cloned implements Cloneable {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      Entry entry = table[year & 7];
      if (entry == null || entry.key != year) {
        entry = new Entry(year, year);
        table[year & 7] = entry;
      }
      return entry;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class Backwards {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      int place = year & (table.length - 1);
      Entry found = table[place];
      if (found != null && year == found.key) {
        return found;
      }
      Entry made = new Entry(year, year);
      table[place] = made;
      return made;
    }

    long start(int year) {
      return entry(year).value;
    }
  }

  static final class WrongWay {
    private final Entry[] table = new Entry[8];

    private Entry entry(int year) {
      int place = year & (table.length - 1);
      Entry found = table[place];
      if (found != null && year != found.key) {
        return found;
      }
      Entry made = new Entry(year, year);
      table[place] = made;
      return made;
    }

    long start(int year) {
      return entry(year).value;
    }
  }
}
