package org.drystone.registry.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Name;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionRef;
import org.jspecify.annotations.Nullable;

/** The words against names and versions, as of each revision. */
final class Deprecations {

  /** Stands for the whole name. */
  private static final long ALL = 0;

  private final Map<Name, Cell<Map<Long, Mark>>> marks = new ConcurrentHashMap<>();
  private final History history;

  /** Whether there ever was one: as long as there was none, reads need not look. */
  private volatile boolean any;

  /** A word, and the life of the name that it is about. */
  private record Mark(long incarnation, Deprecation deprecation) {}

  Deprecations(History history) {
    this.history = history;
  }

  boolean any() {
    return any;
  }

  /** The word against exactly this, a name or a version; null if there is none. */
  @Nullable Deprecation of(Ref<?> ref, EntryState state, long revision) {
    Mark mark = marks(ref.name(), revision).get(number(ref));
    return mark == null || mark.incarnation != state.incarnation() ? null : mark.deprecation;
  }

  /** The word against the version, or else against its name. */
  Optional<Deprecation> of(Version version, EntryState state, long revision) {
    Deprecation own = of(version.label().id().ref(), state, revision);
    return Optional.ofNullable(
        own == null ? of(Refs.toName(version.label().name()), state, revision) : own);
  }

  /** Called by the committing thread; null takes the word back. */
  void set(Ref<?> ref, EntryState state, @Nullable Deprecation deprecation, long revision) {
    Map<Long, Mark> changed = new HashMap<>(marks(ref.name(), revision));
    changed.values().removeIf(mark -> mark.incarnation != state.incarnation());
    if (deprecation == null) {
      changed.remove(number(ref));
    } else {
      changed.put(number(ref), new Mark(state.incarnation(), deprecation));
    }
    marks
        .computeIfAbsent(ref.name(), name -> new Cell<>())
        .set(revision, Map.copyOf(changed), history);
    any = true;
  }

  private Map<Long, Mark> marks(Name name, long revision) {
    Cell<Map<Long, Mark>> cell = marks.get(name);
    Map<Long, Mark> then = cell == null ? null : cell.asOf(revision);
    return then == null ? Map.of() : then;
  }

  private static long number(Ref<?> ref) {
    return ref instanceof VersionRef<?> exact ? exact.version() : ALL;
  }
}
