package org.drystone.registry.immutability;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Streams of the entries of a map, through which it could be changed. */
class EntryStreamTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("filtered by", new Filtered(), new Emptied()),
            Twins.differ("mapped to", new Keys(), new Entries()),
            Twins.differ("mapped by", new Values(), new MappedByOthers()),
            Twins.differ("sorted by", new Sorted(), new SortedByOthers()),
            Twins.differ("collected into", new Collected(), new Listed()),
            Twins.differ("collected by", new Named(), new NamedByOthers()),
            Twins.differ("each given to", new Printed(), new Shown()),
            Twins.differ("each of the set given to", new AllPrinted(), new AllShown()),
            Twins.differ("at last", new Counted(), new First()))
        .flatMap(tests -> tests);
  }

  static final class Filtered {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    long size(String value) {
      return rows.entrySet().stream().filter(e -> e.getValue().equals(value)).count();
    }
  }

  static final class Emptied {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    long size(String value) {
      return rows.entrySet().stream().filter(e -> e.setValue(value).equals(value)).count();
    }
  }

  static final class Keys {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Stream<?> all() {
      return rows.entrySet().stream().map(e -> e.getKey());
    }
  }

  static final class Entries {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Stream<?> all() {
      return rows.entrySet().stream().map(e -> e);
    }
  }

  static final class Values {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Stream<?> all() {
      return rows.entrySet().stream().map(Entry::getValue);
    }
  }

  static final class MappedByOthers {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Stream<?> all(Function<Entry<String, String>, ?> by) {
      return rows.entrySet().stream().map(by);
    }
  }

  static final class Sorted {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    List<String> keys() {
      return rows.entrySet().stream().sorted(Entry.comparingByKey()).map(Entry::getKey).toList();
    }
  }

  static final class SortedByOthers {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    List<String> keys(Comparator<Entry<String, String>> by) {
      return rows.entrySet().stream().sorted(by).map(Entry::getKey).toList();
    }
  }

  static final class Collected {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Object copy() {
      return rows.entrySet().stream().collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }
  }

  static final class Listed {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Object copy() {
      return rows.entrySet().stream().collect(Collectors.toList());
    }
  }

  static final class Named {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Object copy() {
      return rows.entrySet().stream()
          .collect(Collectors.mapping(e -> e.getKey(), Collectors.toList()));
    }
  }

  static final class NamedByOthers {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Object copy(Function<Entry<String, String>, String> by) {
      return rows.entrySet().stream().collect(Collectors.mapping(by, Collectors.toList()));
    }
  }

  static final class Printed {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    void addTo(Collection<Object> all) {
      rows.entrySet().stream().forEach(e -> all.add(e.getKey()));
    }
  }

  static final class Shown {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    void addTo(Collection<Object> all) {
      rows.entrySet().stream().forEach(e -> all.add(e));
    }
  }

  static final class AllPrinted {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    void addTo(StringBuilder all) {
      rows.entrySet().forEach(e -> all.append(e.getKey()));
    }
  }

  static final class AllShown {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    void addTo(Consumer<Entry<String, String>> all) {
      rows.entrySet().forEach(all);
    }
  }

  static final class Counted {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    long count() {
      return rows.entrySet().stream().count();
    }
  }

  static final class First {
    private final Map<String, String> rows = new TreeMap<>(Map.of("a", "b"));

    Optional<Entry<String, String>> first() {
      return rows.entrySet().stream().findFirst();
    }
  }
}
