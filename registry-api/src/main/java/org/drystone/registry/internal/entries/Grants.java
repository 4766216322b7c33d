package org.drystone.registry.internal.entries;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.jspecify.annotations.Nullable;

/**
 * What is granted on one scope; immutable. Equal grants are one object: the names of one owner
 * share theirs, which costs no memory, and readers of many names find it in the processor's caches.
 */
public final class Grants {

  private static final Interner<Grants> ALL = Interners.newWeakInterner();

  public static final Grants NONE = of(Map.of());

  private final Map<Principal, Right> rights;

  private Grants(Map<Principal, Right> rights) {
    this.rights = Map.copyOf(rights);
  }

  public static Grants of(Map<Principal, Right> rights) {
    return ALL.intern(new Grants(rights));
  }

  public static Grants ownedBy(Principal owner) {
    return of(Map.of(owner, Right.OWN));
  }

  public boolean isEmpty() {
    return rights.isEmpty();
  }

  /** The highest right of any of these, or null if none of them has one. */
  public @Nullable Right highest(List<Principal> principals) {
    Right highest = null;
    for (int i = 0; i < principals.size(); i++) {
      Right right = rights.get(principals.get(i));
      if (right != null && (highest == null || right.includes(highest))) {
        highest = right;
      }
    }
    return highest;
  }

  /** Whether one of these has that right. */
  public boolean allow(List<Principal> principals, Right needed) {
    Right right = highest(principals);
    return right != null && right.includes(needed);
  }

  /** The rights, in the order of the principals; unmodifiable. */
  public SortedMap<Principal, Right> sorted() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(rights));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Grants that && rights.equals(that.rights);
  }

  @Override
  public int hashCode() {
    return rights.hashCode();
  }

  @Override
  public String toString() {
    return sorted().toString();
  }
}
