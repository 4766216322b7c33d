package org.drystone.registry.immutability;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Maps that belong to one object alone, and others that others can reach. */
class OwnedMapTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    Map<String, Integer> map = Map.of("a", 1);
    return Stream.of(
            Twins.differ("an entry", new Entries(map), new EntryShown(map)),
            Twins.differ("an entry set", new Entries(map), new EntrySetShown(map)),
            Twins.differ("a stream of entries", new Entries(map), new EntryStream(map)),
            Twins.differ("an array of entries", new Entries(map), new EntryArray(map)),
            Twins.differ(
                "the order", new Sorted(Comparator.reverseOrder()), new Sorted(new Turning())),
            Twins.differ(
                "the order of a queue",
                new Queued(Comparator.reverseOrder()),
                new Queued(new Turning())),
            Twins.differ("order by access", new Ordered(false), new ByAccess()))
        .flatMap(tests -> tests);
  }

  static final class Sorted {
    private final SortedMap<String, Integer> map;

    Sorted(Comparator<String> order) {
      this.map = new TreeMap<>(order);
    }

    Integer get(String key) {
      return map.get(key);
    }
  }

  static final class Queued {
    private final PriorityQueue<String> queue;

    Queued(Comparator<String> order) {
      this.queue = new PriorityQueue<>(order);
    }

    Comparator<? super String> order() {
      return queue.comparator();
    }
  }

  static final class Turning implements Comparator<String> {
    int direction = 1;

    @Override
    public int compare(String one, String other) {
      return direction * one.compareTo(other);
    }
  }

  static final class Entries {
    private final Map<String, Integer> map;

    Entries(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    int sum() {
      int sum = 0;
      for (Map.Entry<String, Integer> entry : map.entrySet()) {
        sum += entry.getValue();
      }
      return sum;
    }
  }

  static final class EntryShown {
    private final Map<String, Integer> map;

    EntryShown(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    Map.Entry<String, Integer> first() {
      return map.entrySet().iterator().next();
    }
  }

  static final class EntrySetShown {
    private final Map<String, Integer> map;

    EntrySetShown(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    Set<Map.Entry<String, Integer>> entries() {
      return Collections.unmodifiableSet(map.entrySet());
    }
  }

  static final class EntryStream {
    private final Map<String, Integer> map;

    EntryStream(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    Stream<Map.Entry<String, Integer>> entries() {
      return map.entrySet().stream();
    }
  }

  static final class EntryArray {
    private final Map<String, Integer> map;

    EntryArray(Map<String, Integer> map) {
      this.map = new HashMap<>(map);
    }

    Object[] entries() {
      return map.entrySet().toArray();
    }
  }

  static final class Ordered {
    private final Map<String, Integer> map;

    Ordered(boolean ignored) {
      this.map = new LinkedHashMap<>(16, 0.75f, false);
    }

    Integer get(String key) {
      return map.get(key);
    }
  }

  static final class ByAccess {
    private final Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);

    Integer get(String key) {
      return map.get(key);
    }
  }
}
