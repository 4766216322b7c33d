package org.drystone.registry.internal.entries;

import com.google.common.collect.Iterables;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Query;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** All entries and their namespaces, as of each revision. Written by the committing thread only. */
public final class Entries {

  /** The newest state of each, perhaps of a revision that is not visible yet. */
  private final NameTable newest = new NameTable();

  /** In order, for lists; a name is added after its entry. */
  private final NavigableMap<Namespace, Space> spaces = new ConcurrentSkipListMap<>();

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
    EntryState present = newest.get(name);
    EntryState state = present == null ? null : present.asOf(revision);
    if (state == null) {
      history.requireKept(revision);
    }
    return state;
  }

  /** Called by the committing thread. */
  public void append(Version version) {
    Name name = version.label().name();
    EntryState before = newest.get(name);
    if (before == null) {
      Space space = spaces.computeIfAbsent(name.namespace(), Space::new);
      newest.put(new EntryState(space, version));
      space.add(name);
      lastNumbers.remove(name);
    } else {
      set(before.with(version, history.horizon(version.revision() - 1)));
    }
  }

  /** The number of the next version: never given before. Called by the committing thread. */
  public long nextNumber(Name name, long revision) {
    EntryState state = past(name, revision);
    return 1 + (state == null ? lastNumbers.getOrDefault(name, 0L) : state.lastNumber());
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name, long lastNumber) {
    lastNumbers.put(name, lastNumber);
    EntryState last = newest.get(name);
    if (last != null) {
      newest.remove(name);
      last.space().remove(name);
    }
  }

  /** Called by the committing thread, with a state that was derived from the newest one. */
  public void set(EntryState state) {
    EntryState before = newest.put(state);
    if (before != null) {
      before.becomePast();
    }
    history.add(state);
  }

  /** The names that a query ranges over, in order and lazily; some may not be visible yet. */
  public Iterable<Name> names(Query query) {
    Name after = query.after().orElse(null);
    if (query.namespace().isPresent()) {
      return tail(in(query.namespace().get()), after);
    }
    NavigableMap<Namespace, Space> all =
        after == null ? spaces : spaces.tailMap(after.namespace(), true);
    return Iterables.concat(Iterables.transform(all.values(), space -> tail(space.names(), after)));
  }

  /** The namespaces of all names, in order; those of some names may not be visible yet. */
  public Iterable<Namespace> namespaces() {
    return spaces.keySet();
  }

  /** The names of one namespace, in order; some may not be visible yet. */
  public NavigableSet<Name> in(Namespace namespace) {
    Space space = spaces.get(namespace);
    return space == null ? Collections.emptyNavigableSet() : space.names();
  }

  /**
   * What was granted on a namespace.
   *
   * @throws org.drystone.registry.internal.revisions.Behind if that is no longer known
   */
  public Grants grants(Namespace namespace, long revision) {
    Space space = spaces.get(namespace);
    return space == null ? Grants.NONE : space.grants(revision);
  }

  /** Called by the committing thread: from that revision on, exactly this is granted. */
  public void grant(Namespace namespace, Grants exactly, long revision) {
    spaces.computeIfAbsent(namespace, Space::new).grant(exactly, revision, history);
  }

  /**
   * Whether any of these names had a version published after the one revision, and not after the
   * other. Goes through all names; those that were forgotten are not among them.
   */
  public boolean anyPublished(long after, long until, Predicate<Name> which) {
    for (EntryState state : newest.all()) {
      boolean changed = state.revision() > after; // or there is no need to look any further
      if (changed && state.lastPublished(until) > after && which.test(state.name())) {
        return true;
      }
    }
    return false;
  }

  /** The names of a scope, in order; some may not be visible yet, or not be there. */
  public Iterable<Name> in(Scope scope) {
    return scope instanceof Name name ? List.of(name) : in(scope.namespace());
  }

  /** Lets go of the data of all versions, for that reason; called once no commit is made. */
  public void release(String reason) {
    for (EntryState state : newest.all()) {
      state.becomePast();
      state.versions().all().forEach(version -> version.release(reason));
    }
  }

  private static NavigableSet<Name> tail(NavigableSet<Name> names, @Nullable Name after) {
    return after == null ? names : names.tailSet(after, false);
  }
}
