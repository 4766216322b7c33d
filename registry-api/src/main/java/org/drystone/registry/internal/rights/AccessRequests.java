package org.drystone.registry.internal.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.AccessRequest;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** Who asks for which right, unanswered, as of each revision. */
public final class AccessRequests {

  private final Map<Scope, Cell<SortedMap<Principal, AccessRequest>>> open =
      new ConcurrentHashMap<>();

  /** How many wait for an answer, by asker; used by the committing thread only. */
  private final Map<Principal, Integer> counts = new ConcurrentHashMap<>();

  private final History history;

  public AccessRequests(History history) {
    this.history = history;
  }

  public @Nullable AccessRequest find(Scope scope, Principal asker, long revision) {
    return on(scope, revision).get(asker);
  }

  /** Those on that scope and, if it is a namespace, on its names; oldest first. */
  public List<AccessRequest> within(Scope scope, long revision) {
    List<AccessRequest> found = new ArrayList<>(on(scope, revision).values());
    if (scope instanceof Namespace namespace) {
      for (Scope other : open.keySet()) {
        if (!other.equals(namespace) && other.namespace().equals(namespace)) {
          found.addAll(on(other, revision).values());
        }
      }
    }
    found.sort(Comparator.comparing(AccessRequest::since));
    return List.copyOf(found);
  }

  /** How many requests of that user wait for an answer; called by the committing thread. */
  public int count(Principal asker) {
    return counts.getOrDefault(asker, 0);
  }

  /** Called by the committing thread. */
  public void put(AccessRequest request, long revision) {
    SortedMap<Principal, AccessRequest> changed = new TreeMap<>(on(request.scope(), revision));
    if (changed.put(request.principal(), request) == null) {
      counts.merge(request.principal(), 1, Integer::sum);
    }
    set(request.scope(), changed, revision);
  }

  /** Called by the committing thread: the request was answered. */
  public void remove(Scope scope, Principal asker, long revision) {
    SortedMap<Principal, AccessRequest> changed = new TreeMap<>(on(scope, revision));
    if (changed.remove(asker) != null) {
      counts.computeIfPresent(asker, (any, count) -> count == 1 ? null : count - 1);
      set(scope, changed, revision);
    }
  }

  /** Called by the committing thread: a right that was asked for was given. */
  public void granted(Scope scope, Principal to, Right right, long revision) {
    AccessRequest request = find(scope, to, revision);
    if (request != null && right.includes(request.right())) {
      remove(scope, to, revision);
    }
  }

  private void set(Scope scope, SortedMap<Principal, AccessRequest> changed, long revision) {
    open.computeIfAbsent(scope, any -> new Cell<>()).set(revision, changed, history);
  }

  /** Not to be changed by the caller. */
  private SortedMap<Principal, AccessRequest> on(Scope scope, long revision) {
    Cell<SortedMap<Principal, AccessRequest>> cell = open.get(scope);
    SortedMap<Principal, AccessRequest> then = cell == null ? null : cell.asOf(revision);
    return then == null ? new TreeMap<>() : then;
  }
}
