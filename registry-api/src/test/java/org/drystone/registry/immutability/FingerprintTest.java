package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableTable;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

  private static final long PLENTY = 1_000_000;

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  /** Everything in it can change. */
  @SuppressWarnings("unused") // Read by the fingerprint.
  static final class Box {
    Object content;
    int number;

    Box(Object content) {
      this.content = content;
    }
  }

  /** As many classes of the JDK, it fills a cache when it is asked. */
  static final class Cached {
    private final String text;
    private int hash;

    Cached(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0) {
        h = text.hashCode();
        hash = h;
      }
      return h;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cached that && that.text.equals(text);
    }
  }

  /** Runs code of its own when it is iterated over. */
  static final class UsersOwnList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Arguments> changes() {
    Box box = new Box("a");
    Box outer = new Box(new Box("a"));
    List<Object> list = new ArrayList<>(List.of("a", "b"));
    Set<Object> set = new HashSet<>(Set.of(1, 2));
    Map<Object, Object> map = new HashMap<>(Map.of("a", 1, "b", 2));
    int[] numbers = {1, 2};
    Object[] objects = {1, null};
    double[][] matrix = {{1, 2}, {3, 4}};
    Date date = new Date(0);
    StringBuilder text = new StringBuilder("a");
    AtomicInteger counter = new AtomicInteger();
    AtomicReference<Object> reference = new AtomicReference<>("a");
    BitSet bits = new BitSet();
    Map<String, Date> dates = new ConcurrentHashMap<>(Map.of("a", new Date(0)));
    List<Object> viewed = new ArrayList<>();
    Supplier<Object> lambda = () -> viewed;
    ArrayDeque<Object> deque = new ArrayDeque<>(List.of(1, 2));
    return Stream.of(
        change("a field", box, () -> box.content = "b"),
        change("a primitive field", box, () -> box.number++),
        change("a field further down", outer, () -> ((Box) outer.content).content = "b"),
        change("an element", list, () -> list.set(1, "c")),
        change("the order of a list", list, () -> Collections.swap(list, 0, 1)),
        change("the size of a list", list, () -> list.add(null)),
        change("a set", set, () -> set.add(3)),
        change("a value of a map", map, () -> map.put("a", 3)),
        change("two values of a map", map, () -> map.putAll(Map.of("a", 2, "b", 3))),
        change("a key of a map", map, () -> map.put("c", map.remove("b"))),
        change("an array of primitives", numbers, () -> numbers[0] = 5),
        change("an array", objects, () -> objects[1] = 1),
        change("an array of arrays", matrix, () -> matrix[1][1] = 5),
        change("a date", List.of(date), () -> date.setTime(1)),
        change("a date in a map", dates, () -> dates.values().iterator().next().setTime(1)),
        change("a text", Optional.of(text), () -> text.append("b")),
        change("a counter", counter, counter::incrementAndGet),
        change("a reference", reference, () -> reference.set("b")),
        change("bits", bits, () -> bits.set(3)),
        change("what a view shows", Collections.unmodifiableList(viewed), () -> viewed.add(1)),
        change("what a lambda captured", lambda, () -> viewed.add(1)),
        change("a deque", deque, () -> deque.addLast(3)),
        change("what a table of Guava's holds", ImmutableTable.of(1, 2, box), () -> box.number++),
        change("what is behind a proxy", proxy(box), () -> box.number++),
        change("an enum", List.of(Acme.Moody.MONDAY), Acme.Moody.MONDAY::sleep));
  }

  private static Object proxy(Box captured) {
    return Proxy.newProxyInstance(
        FingerprintTest.class.getClassLoader(),
        new Class<?>[] {Runnable.class},
        (proxy, method, arguments) -> captured);
  }

  private static Arguments change(String what, Object root, Runnable change) {
    return arguments(what, root, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_change_shows(String what, Object root, Runnable change) throws Exception {
    Fingerprint before = checker.fingerprint(root, PLENTY);
    assertThat(checker.fingerprint(root, PLENTY)).isEqualTo(before);
    change.run();
    assertThat(checker.fingerprint(root, PLENTY)).as(what).isNotEqualTo(before);
  }

  static Stream<Arguments> readings() {
    Cached cached = new Cached("a");
    List<Object> list = new ArrayList<>(List.of(new Cached("b")));
    Map<Object, Object> large = new HashMap<>(Map.of(new Cached("c"), 1));
    Map<Object, Object> byUse = new LinkedHashMap<>(8, 0.75f, true);
    byUse.put("a", 1);
    byUse.put("b", 2);
    String text = new String(new char[] {'x', 'y'});
    return Stream.of(
        reading("a cache fills", cached, cached::hashCode),
        reading("a cache further down fills", list, list::hashCode),
        reading("a map counts its keys", large, () -> large.containsKey("a")),
        reading("a map remembers what was read", byUse, () -> byUse.get("a")),
        reading("a text remembers its hash", List.of(text), text::hashCode),
        reading("a table grows and shrinks", large, () -> growAndShrink(large)));
  }

  private static Arguments reading(String what, Object root, Supplier<Object> reading) {
    return arguments(what, root, reading);
  }

  private static boolean growAndShrink(Map<Object, Object> map) {
    for (int i = 0; i < 1000; i++) {
      map.put(i, i);
    }
    return map.keySet().removeIf(Integer.class::isInstance);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void what_nobody_can_tell_does_not_show(String what, Object root, Supplier<Object> reading)
      throws Exception {
    Fingerprint before = checker.fingerprint(root, PLENTY);
    assertThat(reading.get()).isNotNull();
    assertThat(checker.fingerprint(root, PLENTY)).as(what).isEqualTo(before);
  }

  @Test
  void the_order_of_a_hash_table_does_not_count() throws Exception {
    Map<Object, Object> small = new HashMap<>();
    Map<Object, Object> large = new HashMap<>(4096);
    for (int i = 0; i < 100; i++) {
      small.put("key" + i * 7919, Set.of(i));
      large.put("key" + (99 - i) * 7919, Set.of(99 - i));
    }
    assertThat(new ArrayList<>(small.keySet())).isNotEqualTo(new ArrayList<>(large.keySet()));
    assertThat(checker.fingerprint(small, PLENTY)).isEqualTo(checker.fingerprint(large, PLENTY));
  }

  @Test
  void objects_that_lead_back_to_each_other_have_an_end() throws Exception {
    Box first = new Box(null);
    Box second = new Box(first);
    first.content = new HashSet<>(Arrays.asList(second, first, new Box(second)));
    Fingerprint before = checker.fingerprint(first, PLENTY);
    assertThat(checker.fingerprint(first, PLENTY)).isEqualTo(before);
    second.number++;
    assertThat(checker.fingerprint(first, PLENTY)).isNotEqualTo(before);
  }

  @Test
  void what_is_shared_is_read_once() throws Exception {
    Box shared = new Box("a");
    for (int i = 0; i < 60; i++) {
      shared = new Box(List.of(shared, shared));
    }
    assertThat(checker.fingerprint(shared, 1000)).isNotNull();
  }

  @Test
  void depth_costs_no_stack() throws Exception {
    Box chain = new Box("a");
    for (int i = 0; i < 200_000; i++) {
      chain = new Box(chain);
    }
    assertThat(checker.fingerprint(chain, PLENTY)).isNotNull();
  }

  @Test
  void handles_of_engines_count_as_they_are() throws Exception {
    ImmutabilityChecker withVoucher =
        ImmutabilityChecker.builder()
            .voucher(
                object ->
                    object instanceof ReentrantLock
                        ? Optional.of(new HandleVoucher.Handle("lock", List.of()))
                        : Optional.empty())
            .build();
    Box box = new Box(new ReentrantLock());
    Fingerprint before = withVoucher.fingerprint(box, PLENTY);
    assertThat(withVoucher.fingerprint(box, PLENTY)).isEqualTo(before);
    box.content = new ReentrantLock();
    assertThat(withVoucher.fingerprint(box, PLENTY)).isNotEqualTo(before);
  }

  static Stream<Arguments> obstacles() {
    return Stream.of(
        arguments(
            new Box(List.of(new ReentrantLock())),
            "FingerprintTest.Box.content[0] is a java.util.concurrent.locks.ReentrantLock, which"
                + " cannot be read"),
        arguments(new Box(new WeakHashMap<>()), "WeakHashMap, which cannot be read"),
        arguments(new Box(new Thread()), "java.lang.Thread, which cannot be read"),
        arguments(new Box(new UsersOwnList()), "UsersOwnList, which cannot be read"),
        arguments(new Box(new Exception()), "java.lang.Exception, which cannot be read"),
        arguments(Collections.nCopies(2000, 1), "has more than 1000 parts"),
        arguments(new int[100_000], "has more than 1000 parts"));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void what_cannot_be_read_to_its_end_says_why(Object root, String obstacle) {
    assertThatThrownBy(() -> checker.fingerprint(root, 1000))
        .isInstanceOf(NoFingerprintException.class)
        .hasMessageContaining(obstacle);
  }

  @Test
  void an_identity_map_is_a_map() throws Exception {
    IdentityHashMap<Object, Object> map = new IdentityHashMap<>(new TreeMap<>(Map.of("a", 1)));
    Fingerprint before = checker.fingerprint(map, PLENTY);
    map.put("b", 1);
    assertThat(checker.fingerprint(map, PLENTY)).isNotEqualTo(before);
  }
}
