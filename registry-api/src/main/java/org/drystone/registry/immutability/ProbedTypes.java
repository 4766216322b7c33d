package org.drystone.registry.immutability;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JDK's immutable collections. Their classes are not public and differ between versions, so
 * they are asked for instead of named.
 */
final class ProbedTypes {

  private static final Map<Class<?>, Reading> READINGS = new HashMap<>();

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
  }

  private ProbedTypes() {}

  static Optional<ClassJudgement> judge(Class<?> jdkType) {
    return Optional.ofNullable(READINGS.get(jdkType)).map(ClassJudgement::known);
  }
}
