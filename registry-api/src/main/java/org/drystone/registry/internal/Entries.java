package org.drystone.registry.internal;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Query;
import org.jspecify.annotations.Nullable;

/** All entries, as of each revision. Written by the committing thread only. */
final class Entries {

  private final Map<Name, Cell<EntryState>> cells = new ConcurrentHashMap<>();

  /** Names in order, for lists; a name is added after its cell. */
  private final NavigableMap<Namespace, NavigableSet<Name>> names = new ConcurrentSkipListMap<>();

  @Nullable EntryState find(Name name, long revision) {
    Cell<EntryState> cell = cells.get(name);
    return cell == null ? null : cell.asOf(revision);
  }

  /** Called by the committing thread. */
  void append(Version version) {
    Name name = version.label().name();
    Cell<EntryState> cell = cells.computeIfAbsent(name, any -> new Cell<>());
    EntryState before = cell.asOf(version.revision());
    VersionIndex versions = before == null ? new VersionIndex() : before.versions();
    versions.append(version);
    cell.set(version.revision(), new EntryState(version, versions));
    names.computeIfAbsent(name.namespace(), any -> new ConcurrentSkipListSet<>()).add(name);
  }

  /** The names that a query ranges over, in order; some may not be visible yet. */
  Stream<Name> names(Query query) {
    Namespace from = query.after().map(Name::namespace).orElse(null);
    Stream<Name> ordered =
        query.namespace().isPresent()
            ? in(query.namespace().get()).stream()
            : all(from).values().stream().flatMap(NavigableSet::stream);
    return query.after().isPresent()
        ? ordered.filter(name -> name.compareTo(query.after().get()) > 0)
        : ordered;
  }

  /** The names of one namespace, in order; some may not be visible yet. */
  NavigableSet<Name> in(Namespace namespace) {
    return names.getOrDefault(namespace, Collections.emptyNavigableSet());
  }

  void forEachVersion(Consumer<Version> action) {
    for (Cell<EntryState> cell : cells.values()) {
      EntryState state = cell.asOf(Long.MAX_VALUE);
      if (state != null) {
        state.versions().asOf(Long.MAX_VALUE).forEach(action);
      }
    }
  }

  private NavigableMap<Namespace, NavigableSet<Name>> all(@Nullable Namespace from) {
    return from == null ? names : names.tailMap(from, true);
  }
}
