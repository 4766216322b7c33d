package org.drystone.registry.internal.rights;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** What was granted on which scope, as of each revision. */
public final class Rights {

  private final Map<Scope, Cell<SortedMap<Principal, Right>>> granted = new ConcurrentHashMap<>();
  private final History history;

  public Rights(History history) {
    this.history = history;
  }

  /** The highest right that this reader has, however it came; null for none. */
  public @Nullable Right of(Reader reader, Scope scope, long revision) {
    Namespace namespace = scope.namespace();
    Right right = highest(reader.byDefault(namespace), granted(reader, namespace, revision));
    if (scope instanceof Name && right != Right.OWN) {
      right = highest(right, granted(reader, scope, revision));
    }
    return right;
  }

  public boolean allows(Reader reader, Scope scope, Right needed, long revision) {
    Right byDefault = reader.byDefault(scope.namespace());
    if (byDefault != null && byDefault.includes(needed)) {
      return true;
    }
    Right right = of(reader, scope, revision);
    return right != null && right.includes(needed);
  }

  /** Whether these grants give the reader that right. */
  public static boolean allows(Reader reader, Map<Principal, Right> grants, Right needed) {
    Right right = highest(reader, grants);
    return right != null && right.includes(needed);
  }

  /** What was granted on exactly this scope; unmodifiable. */
  public SortedMap<Principal, Right> grants(Scope scope, long revision) {
    SortedMap<Principal, Right> grants = find(scope, revision);
    return grants == null ? Collections.emptySortedMap() : grants;
  }

  /**
   * Called by the committing thread: from that revision on, the principal has that right, or none.
   */
  public void set(Scope scope, Principal principal, @Nullable Right right, long revision) {
    SortedMap<Principal, Right> grants = new TreeMap<>(grants(scope, revision));
    if (right == null) {
      grants.remove(principal);
    } else {
      grants.put(principal, right);
    }
    replace(scope, grants, revision);
  }

  /** Called by the committing thread: from that revision on, exactly this is granted. */
  public void replace(Scope scope, SortedMap<Principal, Right> grants, long revision) {
    granted
        .computeIfAbsent(scope, any -> new Cell<>())
        .set(revision, Collections.unmodifiableSortedMap(grants), history);
  }

  /** Called by the committing thread, for a scope without grants in any revision that is kept. */
  public void forget(Scope scope) {
    granted.remove(scope);
  }

  private @Nullable Right granted(Reader reader, Scope scope, long revision) {
    SortedMap<Principal, Right> grants = find(scope, revision);
    return grants == null ? null : highest(reader, grants);
  }

  private @Nullable SortedMap<Principal, Right> find(Scope scope, long revision) {
    Cell<SortedMap<Principal, Right>> cell = granted.get(scope);
    SortedMap<Principal, Right> grants = cell == null ? null : cell.asOf(revision);
    if (grants == null) {
      history.requireKept(revision);
    }
    return grants;
  }

  private static @Nullable Right highest(Reader reader, Map<Principal, Right> grants) {
    Right right = null;
    for (Principal principal : reader.principals()) {
      right = highest(right, grants.get(principal));
    }
    return right;
  }

  private static @Nullable Right highest(@Nullable Right one, @Nullable Right other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.includes(other) ? one : other;
  }
}
