package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Unmodifiable views of the JDK's immutable collections, and of others, on a closed JDK. */
class ViewTwinsTest {

  private static final List<String> FIXED = List.of("a", "b");
  private static final List<String> FILLED = new ArrayList<>(FIXED);

  @TestFactory
  Stream<DynamicTest> kinds() {
    return Stream.of(
            lists("of two", FIXED, FILLED),
            lists("of many", List.of(1, 2, 3), new ArrayList<>(List.of(1, 2, 3))),
            lists("of a stream", Stream.of(1, 2).toList(), new ArrayList<>(List.of(1, 2))),
            lists("single", Collections.singletonList(1), new ArrayList<>(List.of(1))),
            lists("copies", Collections.nCopies(2, 1), new ArrayList<>(List.of(1, 1))),
            lists("empty", List.of(), new ArrayList<>()),
            lists("empty of old", Collections.emptyList(), new ArrayList<>()),
            lists("synchronized", FIXED, Collections.synchronizedList(FILLED)),
            lists("an array", FIXED, Arrays.asList("a", "b")),
            sets("of one", Set.of(1), new HashSet<>(Set.of(1))),
            sets("of many", Set.of(1, 2, 3), new HashSet<>(Set.of(1, 2, 3))),
            sets("single", Collections.singleton(1), new TreeSet<>(Set.of(1))),
            sets("empty", Set.of(), new HashSet<>()),
            maps("of one", Map.of(1, 2), new HashMap<>(Map.of(1, 2))),
            maps("of many", Map.of(1, 2, 3, 4), new HashMap<>(Map.of(1, 2, 3, 4))),
            maps("single", Collections.singletonMap(1, 2), new TreeMap<>(Map.of(1, 2))),
            maps("empty of old", Collections.emptyMap(), new HashMap<>()),
            Twins.differ(
                "in views",
                Collections.unmodifiableCollection(Collections.unmodifiableList(FIXED)),
                Collections.unmodifiableCollection(Collections.unmodifiableList(FILLED))),
            Twins.differ(
                "sorted and empty",
                Collections.emptyNavigableSet(),
                Collections.unmodifiableNavigableSet(new TreeSet<>())),
            Twins.differ(
                "sorted, empty map",
                Collections.emptyNavigableMap(),
                Collections.unmodifiableNavigableMap(new TreeMap<>())),
            lists("of what changes", List.of("a"), List.of(new Date(0))))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> collections_that_ask_an_immutable_one() {
    return Stream.of(
            lists("passes on", FIXED, new Asking(FIXED::contains)),
            lists("to a view", FIXED, new Asking(Collections.unmodifiableList(FIXED)::contains)),
            lists("as a key", FIXED, new Asking(o -> Map.of(1, 2).containsKey(o))),
            lists("to a set of it", FIXED, new Asking(o -> Set.of(o).contains(o))),
            lists("in a question of its own", FIXED, new Asking(ViewTwinsTest::asksAboutViewOf)),
            lists("in another thread", FIXED, new Asking(ViewTwinsTest::asksElsewhere)),
            lists("through a proxy", FIXED, proxy(FIXED)),
            lists("after an exception", FIXED, new Asking(ViewTwinsTest::goesOn)))
        .flatMap(tests -> tests);
  }

  @Test
  void a_hidden_class_in_between_is_seen() throws Exception {
    byte[] file;
    try (var in = ViewTwinsTest.class.getResourceAsStream("ViewTwinsTest$Hidden.class")) {
      file = in.readAllBytes();
    }
    List<?> hidden =
        (List<?>)
            MethodHandles.lookup()
                .defineHiddenClass(file, true)
                .lookupClass()
                .getDeclaredConstructor()
                .newInstance();

    assertUndecided(Collections.unmodifiableList(hidden));
  }

  @Test
  void an_iterator_that_shows_what_changes_tells_where() {
    assertThat(
            new ImmutabilityChecker()
                .check(Collections.unmodifiableMap(Map.of("a", new Date(0))))
                .toString())
        .startsWith("MUTABLE: Map[\"a\"] is a java.util.Date");
  }

  @TestFactory
  Stream<DynamicTest> whatever_the_collection_behind_throws() {
    return Stream.of(
            new IllegalStateException(),
            new AssertionError(),
            new LinkageError(),
            new StackOverflowError(),
            new InterruptedException())
        .map(
            thrown ->
                DynamicTest.dynamicTest(
                    thrown.getClass().getSimpleName(),
                    () ->
                        assertUndecided(
                            Collections.unmodifiableList(new Asking(o -> raise(thrown))))));
  }

  private static Stream<DynamicTest> lists(String because, List<?> fixed, List<?> changing) {
    return Twins.differ(
        "list: " + because,
        Collections.unmodifiableList(fixed),
        Collections.unmodifiableList(changing));
  }

  private static Stream<DynamicTest> sets(String because, Set<?> fixed, Set<?> changing) {
    return Twins.differ(
        "set: " + because,
        Collections.unmodifiableSet(fixed),
        Collections.unmodifiableSet(changing));
  }

  private static Stream<DynamicTest> maps(String because, Map<?, ?> fixed, Map<?, ?> changing) {
    return Twins.differ(
        "map: " + because,
        Collections.unmodifiableMap(fixed),
        Collections.unmodifiableMap(changing));
  }

  private static void assertUndecided(Collection<?> view) {
    assertThat(new ImmutabilityChecker().check(view).kind()).isEqualTo(Verdict.Kind.UNDECIDED);
  }

  private static boolean asksAboutViewOf(Object object) {
    List<Object> fixed = Collections.nCopies(2, object);
    return new ImmutabilityChecker().check(Collections.unmodifiableList(fixed)).kind()
        == Verdict.Kind.IMMUTABLE;
  }

  private static boolean asksElsewhere(Object object) {
    return CompletableFuture.supplyAsync(() -> FIXED.contains(object)).join();
  }

  private static boolean goesOn(Object object) {
    try {
      return FIXED.contains(object);
    } catch (RuntimeException e) {
      return Collections.unmodifiableCollection(FIXED).contains(object);
    }
  }

  private static boolean raise(Throwable thrown) {
    return ViewTwinsTest.<RuntimeException>raiseAs(thrown);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> boolean raiseAs(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static List<?> proxy(List<?> behind) {
    return (List<?>)
        Proxy.newProxyInstance(
            ViewTwinsTest.class.getClassLoader(),
            new Class<?>[] {List.class},
            (self, method, arguments) -> method.invoke(behind, arguments));
  }

  /** A list of one element that changes; it leaves it to others what it contains. */
  private static final class Asking extends AbstractList<Object> {

    private final Predicate<Object> contains;
    private int count;

    Asking(Predicate<Object> contains) {
      this.contains = contains;
    }

    @Override
    public boolean contains(Object o) {
      return contains.test(o);
    }

    @Override
    public Object get(int index) {
      return count++;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** To be hidden. */
  static final class Hidden extends AbstractList<Object> {

    private int count;

    @Override
    public boolean contains(Object o) {
      return List.of("a", "b").contains(o);
    }

    @Override
    public Object get(int index) {
      return count++;
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
