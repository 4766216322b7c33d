package org.drystone.registry.internal.watching;

import java.util.Set;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.log.Dropped;
import org.jspecify.annotations.Nullable;

/**
 * What a watch is asked to tell.
 *
 * @param scope of what; null for everything
 * @param kinds which kinds of change; empty for all
 */
record Interest(@Nullable Scope scope, Set<Class<? extends Change>> kinds) {

  private static final Interest EVERYTHING = new Interest(null, Set.of());

  /** Changes that come to some readers of a change of rights. */
  private static final Set<Class<? extends Change>> SIGHT =
      Set.of(Change.Revealed.class, Change.Hidden.class);

  static Interest everything() {
    return EVERYTHING;
  }

  Interest of(Scope narrowed) {
    return new Interest(narrowed, kinds);
  }

  Interest only(Set<Class<? extends Change>> wanted) {
    return new Interest(scope, Set.copyOf(wanted));
  }

  /** Whether this very change, as a reader sees it, is to be told. */
  boolean passes(Change change) {
    return contains(change.scope()) && (kinds.isEmpty() || kinds.contains(change.getClass()));
  }

  /** Whether the commit may hold something to be told to somebody. */
  boolean concerns(Commit commit) {
    for (Change change : commit.changes()) {
      if (concerns(change.scope(), change.getClass())) {
        return true;
      }
    }
    return false;
  }

  /** As {@link #concerns(Commit)}, of what is left of changes that are no longer kept. */
  boolean concerns(Dropped.Trace trace) {
    return concerns(trace.scope(), trace.kind());
  }

  private boolean concerns(Scope changed, Class<? extends Change> kind) {
    boolean rights = kind == Change.RightChanged.class;
    boolean wanted =
        kinds.isEmpty()
            || kinds.contains(kind)
            || (rights && SIGHT.stream().anyMatch(kinds::contains));
    return wanted && (contains(changed) || (rights && isAround(changed)));
  }

  private boolean contains(Scope changed) {
    return scope == null
        || scope.equals(changed)
        || (changed instanceof Name && scope.equals(changed.namespace()));
  }

  /** Whether rights on it are rights on the scope. */
  private boolean isAround(Scope changed) {
    return scope != null && changed instanceof Namespace && changed.equals(scope.namespace());
  }
}
