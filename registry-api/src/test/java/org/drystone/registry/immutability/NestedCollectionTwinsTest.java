package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Collections in collections that belong to one object alone, and others. */
class NestedCollectionTwinsTest extends ReleasedTwins {

  private static final String MAP =
      """
      package lib;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      public final class Make {
        private static final List<List<String>> KEPT = new ArrayList<>();
        private final Map<String, List<String>> byKey;
        private Make(Map<String, List<String>> byKey) { this.byKey = byKey; }
        Make(Collection<String> words, Supplier<List<String>> supplier) {
          byKey = new TreeMap<>();
          for (String word : words) {
            byKey.computeIfAbsent(word, key -> new ArrayList<>()).add(word);
          }
          byKey.forEach((key, list) -> System.out.print(list.size()));
        }
        static Make of(Map<String, List<String>> given, Consumer<Object> seen) {
          Map<String, List<String>> copy = new HashMap<>();
          Map<String, List<String>> second = new HashMap<>();
          List<String> all = new ArrayList<>();
          copy.put("all", all);
          for (Map.Entry<String, List<String>> entry : given.entrySet()) {
            copy.put(entry.getKey(), new ArrayList<>(entry.getValue()));
            all.addAll(entry.getValue());
          }
          Make made = new Make(copy);
          seen.accept(made);
          return made;
        }
        List<String> get(String key) { return Collections.unmodifiableList(byKey.get(key)); }
        Iterator<String> each(String key) { return List.copyOf(byKey.get(key)).iterator(); }
        Set<String> keys() { return Collections.unmodifiableSet(byKey.keySet()); }
        int size() { return byKey.values().stream().mapToInt(List::size).sum(); }
        List<String> first() {
          for (Map.Entry<String, List<String>> entry : byKey.entrySet()) {
            return new ArrayList<>(entry.getValue());
          }
          return null;
        }
        Object read(Function<Object, Object> reader) { return reader.apply(size()); }
        public boolean equals(Object o) { return o instanceof Make m && byKey.equals(m.byKey); }
        public int hashCode() { return byKey.hashCode(); }
        public String toString() { return "of " + byKey; }
        public static Object make() {
          return of(Map.of("a", new ArrayList<>(List.of("b"))), made -> {});
        }
      }
      """;

  private static final String COLLECTED =
      """
      package lib;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      public class Make {
        private final List<List<String>> rows;
        private final Map<Integer, List<String>> byLength;
        private final Map<String, List<String>> named;
        public final List<List<String>> shown;
        Make(List<List<String>> given, Collector<String, ?, List<String>> maker) {
          rows = given.stream().map(row -> new ArrayList<>(row)).collect(Collectors.toList());
          byLength = given.get(0).stream().collect(Collectors.groupingBy(String::length));
          named =
              given.stream().collect(Collectors.toMap(Object::toString, row -> List.copyOf(row)));
          List<List<String>> views = new ArrayList<>();
          views.add(Collections.unmodifiableList(new ArrayList<>(given.get(0))));
          shown = Collections.unmodifiableList(views);
        }
        int size() { return rows.size() + byLength.size(); }
        String first(int length) { return byLength.get(length).get(0); }
        public static Object make() {
          return new Make(List.of(new ArrayList<>(List.of("a"))), Collectors.toList());
        }
      }
      """;

  @TestFactory
  Stream<DynamicTest> madeWithStrangers() {
    Variants map = new Variants(released, MAP);
    return Stream.of(
            map.differ(
                "the caller's lists", "copy = new HashMap<>()", "copy = new HashMap<>(given)"),
            map.differ("all of the caller's lists", "Make made", "copy.putAll(given); Make made"),
            map.differ(
                "a list of the caller's", "new ArrayList<>(entry.getValue())", "entry.getValue()"),
            map.differ(
                "a view of it",
                "new ArrayList<>(entry.getValue())",
                "Collections.unmodifiableList(entry.getValue())"),
            map.differ("a frozen map of lists", "new Make(copy)", "new Make(Map.copyOf(given))"),
            map.differ(
                "a stranger's supplier", "key -> new ArrayList<>()", "key -> supplier.get()"),
            map.differ(
                "a list that is kept",
                "copy.put(\"all\", all);",
                "copy.put(\"all\", all); KEPT.add(all);"),
            map.differ(
                "a list that is seen",
                "copy.put(\"all\", all);",
                "copy.put(\"all\", all); seen.accept(all);"),
            map.differ(
                "a list that a lambda fills",
                "seen.accept(made)",
                "seen.accept((Runnable) () -> all.add(\"\"))"),
            map.differ(
                "a list that is filled later", "return made;", "all.add(\"\"); return made;"),
            map.differ(
                "by the map that has it",
                "return made;",
                "copy.get(\"all\").add(\"\"); return made;"),
            map.differ(
                "by another map",
                "return made;",
                "second.get(\"all\").add(\"\"); return new Make(second);",
                "copy.put(\"all\", all);",
                "copy.put(\"all\", all); second.put(\"all\", all);"),
            map.differ(
                "by the field", "return made;", "made.byKey.get(\"all\").add(\"\"); return made;"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> shownToStrangers() {
    Variants map = new Variants(released, MAP);
    return Stream.of(
            map.differ(
                "a list",
                "return Collections.unmodifiableList(byKey.get(key))",
                "return byKey.get(key)"),
            map.differ(
                "a default",
                "return Collections.unmodifiableList(byKey.get(key))",
                "return byKey.getOrDefault(key, List.of())"),
            map.differ(
                "part of a list",
                "return Collections.unmodifiableList(byKey.get(key))",
                "return byKey.get(key).subList(0, 1)"),
            map.differ(
                "an iterator",
                "List.copyOf(byKey.get(key)).iterator()",
                "byKey.get(key).iterator()"),
            map.differ(
                "a value of an entry", "new ArrayList<>(entry.getValue())", "entry.getValue()"),
            map.differ(
                "an unmodifiable map of lists",
                "reader.apply(size())",
                "Collections.unmodifiableMap(byKey)"),
            map.differ(
                "values",
                "reader.apply(size())",
                "Collections.unmodifiableCollection(byKey.values())"),
            map.differ("a shallow copy", "reader.apply(size())", "new HashMap<>(byKey)"),
            map.differ("an array of lists", "reader.apply(size())", "byKey.values().toArray()"),
            map.differ("a stream of lists", "reader.apply(size())", "byKey.values().stream()"),
            map.differ(
                "a stream of values",
                "reader.apply(size())",
                "byKey.entrySet().stream().map(Map.Entry::getValue).collect(Collectors.toList())"),
            map.differ(
                "lists that are collected",
                "reader.apply(size())",
                "byKey.values().stream().filter(list -> !list.isEmpty()).collect(Collectors.toList())"),
            map.differ(
                "lists that a function gets",
                "reader.apply(size())",
                "byKey.values().stream().map(reader).count()"),
            map.differ(
                "lists that a reference gets",
                "reader.apply(size())",
                "(Function<String, List<String>>) byKey::get"),
            map.differ(
                "who compares a list", "reader.apply(size())", "byKey.containsValue(reader)"),
            map.differ("who compares the map", "byKey.equals(m.byKey)", "o.equals(byKey)"),
            map.differ("who writes", "reader.apply(size())", "byKey.get(\"\").add(\"\")"),
            map.differ(
                "who empties lists",
                "reader.apply(size())",
                "byKey.values().stream().peek(List::clear).count()"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> collected() {
    Variants collected = new Variants(released, COLLECTED);
    return Stream.of(
            collected.differ(
                "lists as they come", "map(row -> new ArrayList<>(row))", "map(row -> row)"),
            collected.differ("without a map", ".map(row -> new ArrayList<>(row))", ""),
            collected.differ(
                "lists seen on the way",
                "new ArrayList<>(row))",
                "new ArrayList<>(row)).peek(row -> row.clear())"),
            collected.differ(
                "a stranger's groups",
                "groupingBy(String::length)",
                "groupingBy(String::length, maker)"),
            collected.differ("values as they come", "List.copyOf(row)", "row"),
            collected.differ(
                "a group given out",
                "int size() { return rows.size()",
                "Object size() { return byLength.get(1); } int all() { return 0"),
            collected.differ(
                "lists that all can see",
                "Collections.unmodifiableList(new ArrayList<>(given.get(0)))",
                "new ArrayList<>(given.get(0))"),
            collected.differ(
                "views of the caller's",
                "Collections.unmodifiableList(new ArrayList<>(given.get(0)))",
                "Collections.unmodifiableList(given.get(0))"),
            collected.differ(
                "a list that all can see", "Collections.unmodifiableList(views)", "views"))
        .flatMap(tests -> tests);
  }
}
