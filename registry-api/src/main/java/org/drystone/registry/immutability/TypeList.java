package org.drystone.registry.immutability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
    lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(KnownType::parse)
        .forEach(entry -> entries.put(entry.name(), entry));
  }

  /** The list in that resource, which speaks only of types for which the predicate holds. */
  static TypeList load(String resource, Predicate<Class<?>> provided) {
    try (InputStream in =
            Objects.requireNonNull(TypeList.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new TypeList(provided, lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of known types " + resource + " is damaged", e);
    }
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
