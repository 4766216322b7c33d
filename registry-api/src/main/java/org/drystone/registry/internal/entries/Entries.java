package org.drystone.registry.internal.entries;

import com.google.common.collect.Iterables;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Query;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** All entries, as of each revision. Written by the committing thread only. */
public final class Entries {

  private final Map<Name, Cell<EntryState>> cells = new ConcurrentHashMap<>();

  /** Names in order, for lists; a name is added after its cell. */
  private final NavigableMap<Namespace, NavigableSet<Name>> names = new ConcurrentSkipListMap<>();

  /** Of names that were forgotten; used by the committing thread only. */
  private final Map<Name, Long> lastNumbers = new HashMap<>();

  private final History history;

  public Entries(History history) {
    this.history = history;
  }

  /** The entry, or null if it had no version then. */
  public @Nullable EntryState find(Name name, long revision) {
    EntryState state = past(name, revision);
    return state != null && state.lives() ? state : null;
  }

  /**
   * The entry, also if all its versions were removed; null if there was none yet.
   *
   * @throws org.drystone.registry.internal.revisions.Behind if that is no longer known
   */
  public @Nullable EntryState past(Name name, long revision) {
    Cell<EntryState> cell = cells.get(name);
    EntryState state = cell == null ? null : cell.asOf(revision);
    if (state == null) {
      history.requireKept(revision);
    }
    return state;
  }

  /** Called by the committing thread. */
  public void append(Version version) {
    Name name = version.label().name();
    Cell<EntryState> cell = cells.computeIfAbsent(name, any -> new Cell<>());
    EntryState before = cell.asOf(version.revision());
    EntryState after =
        before == null
            ? EntryState.first(version)
            : before.with(version, history.horizon(version.revision() - 1));
    cell.set(version.revision(), after, history);
    names.computeIfAbsent(name.namespace(), any -> new ConcurrentSkipListSet<>()).add(name);
    lastNumbers.remove(name);
  }

  /** The number of the next version: never given before. Called by the committing thread. */
  public long nextNumber(Name name, long revision) {
    EntryState state = past(name, revision);
    return 1 + (state == null ? lastNumbers.getOrDefault(name, 0L) : state.lastNumber());
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name, long lastNumber) {
    lastNumbers.put(name, lastNumber);
    cells.remove(name);
    in(name.namespace()).remove(name);
  }

  /** Called by the committing thread, for an entry that exists. */
  public void set(Name name, EntryState state, long revision) {
    cells.computeIfAbsent(name, any -> new Cell<>()).set(revision, state, history);
  }

  /** The names that a query ranges over, in order and lazily; some may not be visible yet. */
  public Iterable<Name> names(Query query) {
    Name after = query.after().orElse(null);
    if (query.namespace().isPresent()) {
      return tail(in(query.namespace().get()), after);
    }
    NavigableMap<Namespace, NavigableSet<Name>> namespaces =
        after == null ? names : names.tailMap(after.namespace(), true);
    return Iterables.concat(Iterables.transform(namespaces.values(), set -> tail(set, after)));
  }

  /** The namespaces of all names, in order; those of some names may not be visible yet. */
  public Iterable<Namespace> namespaces() {
    return names.keySet();
  }

  /** The names of one namespace, in order; some may not be visible yet. */
  public NavigableSet<Name> in(Namespace namespace) {
    return names.getOrDefault(namespace, Collections.emptyNavigableSet());
  }

  public void forEachVersion(Consumer<Version> action) {
    for (Cell<EntryState> cell : cells.values()) {
      EntryState state = cell.asOf(Long.MAX_VALUE);
      if (state != null) {
        state.versions().all().forEach(action);
      }
    }
  }

  private static NavigableSet<Name> tail(NavigableSet<Name> names, @Nullable Name after) {
    return after == null ? names : names.tailSet(after, false);
  }
}
