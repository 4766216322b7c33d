package org.drystone.registry.immutability.internal.known;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.types.Supertypes;
import org.jspecify.annotations.Nullable;

/**
 * A list of known types, read from a resource. Each line is a {@link KnownType}; the nearest entry
 * up the superclasses counts, then the interfaces.
 */
final class TypeList {

  private final Map<String, KnownType> entries = new HashMap<>();
  private final Predicate<Class<?>> provided;

  private TypeList(Predicate<Class<?>> provided, List<String> lines) {
    this.provided = provided;
    lines.stream().map(KnownType::parse).forEach(entry -> entries.put(entry.name(), entry));
  }

  /** The list in that resource, which speaks only of types for which the predicate holds. */
  static TypeList load(String resource, Predicate<Class<?>> provided) {
    return new TypeList(provided, ResourceLines.of(resource));
  }

  Optional<ClassJudgement> judge(Class<?> type) {
    for (Class<?> supertype : Supertypes.of(type)) {
      KnownType entry = entryOf(supertype);
      if (entry != null && entry.coversSubtype(supertype, type)) {
        return entry.rule() == KnownType.Rule.OWN
            ? Optional.empty()
            : Optional.of(entry.judge(type));
      }
    }
    return Optional.empty();
  }

  boolean addsNothing(Class<?> superclass) {
    KnownType entry = entryOf(superclass);
    return entry != null && entry.addsNothing();
  }

  private @Nullable KnownType entryOf(Class<?> type) {
    return provided.test(type) ? entries.get(type.getName()) : null;
  }
}
