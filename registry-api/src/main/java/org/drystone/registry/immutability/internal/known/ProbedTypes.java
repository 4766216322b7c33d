package org.drystone.registry.immutability.internal.known;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Reading;

/**
 * The JDK's immutable collections, and its unmodifiable views of others. Their classes are not
 * public and differ between versions, so they are asked for instead of named.
 */
final class ProbedTypes {

  private static final Map<Class<?>, Reading> READINGS = new HashMap<>();

  /** Superclasses of the immutable ones, which only the JDK can extend. */
  private static final Set<Class<?>> BASES = new HashSet<>();

  /** The classes of views, and their superclasses. */
  private static final Set<Class<?>> VIEWS = new HashSet<>();

  static {
    List<Collection<?>> collections =
        List.of(
            List.of(),
            List.of(1),
            List.of(1, 2, 3),
            List.of(1).subList(0, 1),
            List.of(1, 2, 3).subList(0, 2),
            Stream.of(1, 2, 3).toList(),
            Stream.of(1).toList(),
            Set.of(),
            Set.of(1),
            Set.of(1, 2, 3),
            Collections.emptyList(),
            Collections.emptySet(),
            Collections.singleton(1),
            Collections.singletonList(1),
            Collections.nCopies(2, 1));
    List<Map<?, ?>> maps =
        List.of(
            Map.of(),
            Map.of(1, 1),
            Map.of(1, 1, 2, 2),
            Collections.emptyMap(),
            Collections.singletonMap(1, 1));
    collections.forEach(collection -> READINGS.put(collection.getClass(), Reading.ELEMENTS));
    maps.forEach(map -> READINGS.put(map.getClass(), Reading.ENTRIES));
    READINGS.keySet().forEach(type -> addHidden(type, BASES));
    READINGS.put(Collections.emptyNavigableSet().getClass(), Reading.ELEMENTS);
    READINGS.put(Collections.emptyNavigableMap().getClass(), Reading.ENTRIES);
    Stream.of(
            Collections.unmodifiableCollection(List.of()),
            Collections.unmodifiableList(List.of()),
            Collections.unmodifiableSet(Set.of()),
            Collections.unmodifiableMap(Map.of()))
        .forEach(view -> addHidden(view.getClass(), VIEWS));
  }

  private ProbedTypes() {}

  static Optional<ClassJudgement> judge(Class<?> jdkType) {
    return Optional.ofNullable(READINGS.get(jdkType)).map(ClassJudgement::known);
  }

  /** Whether only immutable collections of the JDK's have the methods of the class. */
  static boolean isImmutable(Class<?> type) {
    return READINGS.containsKey(type) && !type.isSealed();
  }

  /** Whether only collections of the JDK's have them that are immutable at least if empty. */
  static boolean isBase(Class<?> type) {
    return BASES.contains(type);
  }

  /** Whether the methods of the class ask the collection behind a view the same. */
  static boolean isView(Class<?> type) {
    return VIEWS.contains(type);
  }

  private static void addHidden(Class<?> type, Set<Class<?>> known) {
    for (Class<?> part = type; !Modifier.isPublic(part.getModifiers()); ) {
      known.add(part);
      part = part.getSuperclass();
    }
  }
}
