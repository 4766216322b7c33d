package org.drystone.registry.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Copies answer as what they were copied from, in every way that asks. */
class CopiedCollectionsTest {

  private static final Comparator<String> BACKWARDS = Comparator.reverseOrder();

  @Test
  void a_map_finds_what_is_in_it_and_nothing_else() {
    Map<String, Integer> source = new LinkedHashMap<>();
    source.put("one", 1);
    source.put(null, null);

    Map<String, Integer> copy = copy(source);

    assertThat(copy.get("one")).isEqualTo(1);
    assertThat(copy.get("two")).isNull();
    assertThat(copy.containsKey(null)).isTrue();
    assertThat(copy.containsKey("two")).isFalse();
  }

  @Test
  void a_set_finds_what_is_in_it_and_nothing_else() {
    Set<String> copy = copy(new LinkedHashSet<>(List.of("one", "two")));

    assertThat(copy.contains("two")).isTrue();
    assertThat(copy.contains("three")).isFalse();
  }

  @Test
  void a_sorted_map_has_the_order_the_ends_and_the_parts_of_its_source() {
    SortedMap<String, Integer> source = new TreeMap<>(BACKWARDS);
    source.putAll(Map.of("a", 1, "b", 2, "c", 3));

    SortedMap<String, Integer> copy = copy(source);

    assertThat(copy.comparator()).isSameAs(BACKWARDS);
    assertThat(copy.firstKey()).isEqualTo("c");
    assertThat(copy.lastKey()).isEqualTo("a");
    assertThat(copy.get("b")).isEqualTo(2);
    assertThat(copy.containsKey("d")).isFalse();
    assertThat(copy.headMap("a")).isEqualTo(Map.of("c", 3, "b", 2));
    assertThat(copy.tailMap("b")).isEqualTo(Map.of("b", 2, "a", 1));
    assertThat(copy.subMap("c", "a")).isEqualTo(Map.of("c", 3, "b", 2));
  }

  @Test
  void a_sorted_set_has_the_order_the_ends_and_the_parts_of_its_source() {
    SortedSet<String> source = new TreeSet<>(BACKWARDS);
    source.addAll(List.of("a", "b", "c"));

    SortedSet<String> copy = copy(source);

    assertThat(copy.comparator()).isSameAs(BACKWARDS);
    assertThat(copy.first()).isEqualTo("c");
    assertThat(copy.last()).isEqualTo("a");
    assertThat(copy.contains("d")).isFalse();
    assertThat(copy.headSet("a")).containsExactly("c", "b");
    assertThat(copy.tailSet("b")).containsExactly("b", "a");
    assertThat(copy.subSet("c", "a")).containsExactly("c", "b");
  }

  @SuppressWarnings("unchecked") // a copy is of the kind of its source
  private static <T> T copy(T source) {
    return (T) ImmutableCopies.deepCopy(source);
  }
}
