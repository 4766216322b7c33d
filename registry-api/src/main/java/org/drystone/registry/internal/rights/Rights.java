package org.drystone.registry.internal.rights;

import java.util.Map;
import java.util.SortedMap;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.entries.Entries;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Grants;
import org.jspecify.annotations.Nullable;

/** Who may do what, as of each revision: by default, or by what was granted. */
public final class Rights {

  private final Entries entries;

  public Rights(Entries entries) {
    this.entries = entries;
  }

  /** The highest right that this reader has, however it came; null for none. */
  public @Nullable Right of(Reader reader, Scope scope, long revision) {
    Right right =
        highest(
            reader.byDefault(scope.namespace()),
            entries.grants(scope.namespace(), revision).highest(reader.principals()));
    return scope instanceof Name && right != Right.OWN
        ? highest(right, onScope(scope, revision).highest(reader.principals()))
        : right;
  }

  public boolean allows(Reader reader, Scope scope, Right needed, long revision) {
    if (reader.mayByDefault(scope.namespace(), needed)) {
      return true;
    }
    Right right = of(reader, scope, revision);
    return right != null && right.includes(needed);
  }

  /** What was granted on exactly this scope; unmodifiable. */
  public SortedMap<Principal, Right> grants(Scope scope, long revision) {
    return onScope(scope, revision).sorted();
  }

  /**
   * Called by the committing thread: from that revision on, exactly this is granted.
   *
   * @param scope a namespace, or a name that is there
   */
  public void replace(Scope scope, Map<Principal, Right> exactly, long revision) {
    Grants grants = Grants.of(exactly);
    if (scope instanceof Name name) {
      EntryState state = entries.find(name, revision);
      if (state != null) {
        entries.set(state.withGrants(grants, revision));
      }
    } else {
      entries.grant(scope.namespace(), grants, revision);
    }
  }

  private Grants onScope(Scope scope, long revision) {
    if (scope instanceof Namespace namespace) {
      return entries.grants(namespace, revision);
    }
    EntryState state = entries.past((Name) scope, revision);
    return state == null ? Grants.NONE : state.grants();
  }

  private static @Nullable Right highest(@Nullable Right one, @Nullable Right other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.includes(other) ? one : other;
  }
}
