package org.drystone.registry.internal.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.AccessRequest;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.revisions.Cells;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** Who asks for which right, unanswered, as of each revision. */
public final class AccessRequests {

  private final Cells<Scope, SortedMap<Principal, Asked>> open;

  /** How many wait for an answer, by asker; used by the committing thread only. */
  private final Map<Principal, Integer> counts = new ConcurrentHashMap<>();

  /**
   * A request.
   *
   * @param principals who must get the right so that the asker has it: the asker, everyone and, as
   *     they were, the asker's groups
   */
  private record Asked(AccessRequest request, Set<Principal> principals) {

    boolean isAnsweredBy(Map<Principal, Right> grants) {
      return grants.entrySet().stream()
          .anyMatch(
              grant ->
                  principals.contains(grant.getKey())
                      && grant.getValue().includes(request.right()));
    }
  }

  public AccessRequests(History history) {
    this.open = new Cells<>(history);
  }

  public @Nullable AccessRequest find(Scope scope, Principal asker, long revision) {
    Asked asked = on(scope, revision).get(asker);
    return asked == null ? null : asked.request();
  }

  /** Those on that scope and, if it is a namespace, on its names; oldest first. */
  public List<AccessRequest> within(Scope scope, long revision) {
    return allWithin(scope, revision).stream()
        .map(Asked::request)
        .sorted(Comparator.comparing(AccessRequest::since))
        .toList();
  }

  /** How many requests of that user wait for an answer; called by the committing thread. */
  public int count(Principal asker) {
    return counts.getOrDefault(asker, 0);
  }

  /**
   * Called by the committing thread.
   *
   * @param principals in whose names the asker can have a right
   */
  public void put(AccessRequest request, Collection<Principal> principals, long revision) {
    SortedMap<Principal, Asked> changed = new TreeMap<>(on(request.scope(), revision));
    Asked asked = new Asked(request, Set.copyOf(principals));
    if (changed.put(request.principal(), asked) == null) {
      counts.merge(request.principal(), 1, Integer::sum);
    }
    set(request.scope(), changed, revision);
  }

  /** Called by the committing thread: the request was answered. */
  public void remove(Scope scope, Principal asker, long revision) {
    SortedMap<Principal, Asked> changed = new TreeMap<>(on(scope, revision));
    if (changed.remove(asker) != null) {
      counts.computeIfPresent(asker, (any, count) -> count == 1 ? null : count - 1);
      set(scope, changed, revision);
    }
  }

  /** Called by the committing thread: that is granted on the scope, and answers what it covers. */
  public void granted(Scope scope, Map<Principal, Right> grants, long revision) {
    for (Asked asked : allWithin(scope, revision)) {
      if (asked.isAnsweredBy(grants)) {
        remove(asked.request().scope(), asked.request().principal(), revision);
      }
    }
  }

  private List<Asked> allWithin(Scope scope, long revision) {
    List<Asked> found = new ArrayList<>(on(scope, revision).values());
    if (scope instanceof Namespace namespace) {
      for (Scope other : open.keys()) {
        if (!other.equals(namespace) && other.namespace().equals(namespace)) {
          found.addAll(on(other, revision).values());
        }
      }
    }
    return found;
  }

  private void set(Scope scope, SortedMap<Principal, Asked> changed, long revision) {
    open.set(scope, changed.isEmpty() ? null : changed, revision);
  }

  /** Not to be changed by the caller. */
  private SortedMap<Principal, Asked> on(Scope scope, long revision) {
    SortedMap<Principal, Asked> then = open.asOf(scope, revision);
    return then == null ? Collections.emptySortedMap() : then;
  }
}
