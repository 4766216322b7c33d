package org.drystone.registry.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutableCopiesTest {

  static List<Object> collections() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("z", null);
    map.put(null, new ArrayList<>(Arrays.asList(1, null)));
    map.put(new ArrayList<>(List.of("key")), new LinkedHashSet<>(Arrays.asList("b", null, "a")));
    return List.of(
        new ArrayList<>(Arrays.asList("b", null, "a")),
        Arrays.asList(1, 2),
        map,
        new TreeMap<>(Map.of("b", new ArrayList<>(), "a", new HashMap<>())),
        new TreeSet<>(Set.of("b", "a")),
        Collections.unmodifiableList(new ArrayList<>(List.of(1))),
        List.of(new ArrayList<>(List.of(1))));
  }

  @ParameterizedTest
  @MethodSource("collections")
  void a_copy_is_equal_keeps_the_order_and_cannot_change(Object original) {
    Object copy = ImmutableCopies.deepCopy(original);
    assertThat(copy).isEqualTo(original).hasToString(original.toString());
    assertThat(new ImmutabilityChecker().check(copy).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void later_changes_of_the_original_do_not_show() {
    List<Object> inner = new ArrayList<>(List.of(1));
    Map<String, Object> original = new HashMap<>(Map.of("rows", inner));
    Object copy = ImmutableCopies.deepCopy(original);
    inner.add(2);
    original.put("more", 3);
    assertThat(copy).isEqualTo(Map.of("rows", List.of(1)));
  }

  @Test
  @SuppressWarnings("unchecked")
  void every_way_to_change_a_copy_is_closed() {
    var list = (List<Object>) ImmutableCopies.deepCopy(new ArrayList<>(List.of(1)));
    var set = (Set<Object>) ImmutableCopies.deepCopy(new LinkedHashSet<>(List.of(1)));
    var map = (Map<Object, Object>) ImmutableCopies.deepCopy(new LinkedHashMap<>(Map.of(1, 2)));
    var sorted = (SortedMap<Object, Object>) ImmutableCopies.deepCopy(new TreeMap<>(Map.of(1, 2)));
    refuses(() -> list.set(0, 2));
    refuses(() -> set.add(2));
    refuses(set::clear);
    refuses(() -> set.iterator().remove());
    refuses(() -> map.put(2, 3));
    refuses(() -> map.entrySet().iterator().next().setValue(9));
    refuses(() -> map.keySet().remove(1));
    refuses(() -> map.values().clear());
    refuses(() -> sorted.put(2, 3));
    refuses(() -> sorted.tailMap(0).clear());
    refuses(() -> sorted.entrySet().iterator().next().setValue(9));
  }

  private static void refuses(Runnable change) {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(change::run)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_sorted_copy_finds_by_the_comparator_of_its_source() {
    SortedMap<String, Integer> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.put("Ada", 1);
    SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.reversed());
    set.addAll(List.of("a", "B", "c"));
    assertThat(((Map<?, ?>) ImmutableCopies.deepCopy(map)).containsKey("ADA")).isTrue();
    assertThat(((Set<?>) ImmutableCopies.deepCopy(set)).contains("b")).isTrue();
    assertThat(ImmutableCopies.deepCopy(set)).hasToString("[c, B, a]");
  }

  @Test
  void what_was_shared_stays_shared() {
    List<Object> shared = new ArrayList<>(List.of(1));
    List<?> copy = (List<?>) ImmutableCopies.deepCopy(List.of(shared, shared));
    assertThat(copy.get(0)).isSameAs(copy.get(1)).isNotSameAs(shared);
  }

  @Test
  void sharing_on_each_level_costs_no_more_than_the_levels() {
    Object nested = new ArrayList<>(List.of("leaf"));
    for (int level = 0; level < 100; level++) {
      nested = new ArrayList<>(List.of(nested, nested));
    }
    assertThat(ImmutableCopies.deepCopy(nested)).isInstanceOf(List.class);
  }

  @Test
  void depth_is_no_limit() {
    List<Object> nested = new ArrayList<>();
    for (int level = 0; level < 100_000; level++) {
      nested = new ArrayList<>(Collections.singletonList(nested));
    }
    assertThat((List<?>) ImmutableCopies.deepCopy(nested)).hasSize(1);
  }

  @Test
  void other_types_are_taken_as_they_are() {
    Date date = new Date(0);
    assertThat(ImmutableCopies.deepCopy(date)).isSameAs(date);
    assertThat(ImmutableCopies.deepCopy(null)).isNull();
    assertThat((List<?>) ImmutableCopies.deepCopy(new ArrayList<>(List.of(date))))
        .first()
        .isSameAs(date);
  }

  @Test
  void a_collection_that_contains_itself_is_refused() {
    List<Object> list = new ArrayList<>();
    Map<String, Object> map = new HashMap<>();
    list.add(map);
    map.put("self", list);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> ImmutableCopies.deepCopy(list))
        .withMessageContaining("contains itself (class java.util.ArrayList)");
  }
}
