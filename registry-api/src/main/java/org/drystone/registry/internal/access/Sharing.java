package org.drystone.registry.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.drystone.registry.Change;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.rights.Reader;

/** Changes what is granted on a scope, for one reader who owns it. */
final class Sharing {

  private final Core core;
  private final Reader reader;
  private final Ownership ownership;

  Sharing(Core core, Reader reader, Ownership ownership) {
    this.core = core;
    this.reader = reader;
    this.ownership = ownership;
  }

  Position grant(Scope scope, Principal to, Right right) {
    return commit(scope, grants -> grants.put(to, right));
  }

  Position revoke(Scope scope, Principal from) {
    return commit(scope, grants -> grants.remove(from));
  }

  Position share(Scope scope, Set<Principal> with) {
    return commit(scope, grants -> with.forEach(to -> grants.putIfAbsent(to, Right.READ)));
  }

  Position makePrivate(Scope scope) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          ownership.require(scope, before);
          requireNoWayAround(scope, before);
          return plan(scope, grants -> grants.values().removeIf(Sharing::isNoOwner), before);
        });
  }

  private Position commit(Scope scope, Consumer<SortedMap<Principal, Right>> edit) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          ownership.require(scope, before);
          return plan(scope, edit, before);
        });
  }

  private Commits.Plan<Position> plan(
      Scope scope, Consumer<SortedMap<Principal, Right>> edit, long before) {
    SortedMap<Principal, Right> present = core.rights.grants(scope, before);
    SortedMap<Principal, Right> wanted = new TreeMap<>(present);
    edit.accept(wanted);
    List<Change> changes = changes(scope, present, wanted);
    if (changes.isEmpty()) {
      return Commits.Plan.nothing(core.position(before));
    }
    long revision = before + 1;
    return new Commits.Plan<>(
        changes, () -> apply(scope, wanted, revision), core.position(revision));
  }

  private void apply(Scope scope, SortedMap<Principal, Right> wanted, long revision) {
    core.rights.replace(scope, wanted, revision);
    core.requests.granted(scope, wanted, revision);
  }

  private static List<Change> changes(
      Scope scope, SortedMap<Principal, Right> present, SortedMap<Principal, Right> wanted) {
    Set<Principal> all = new TreeSet<>(present.keySet());
    all.addAll(wanted.keySet());
    List<Change> changes = new ArrayList<>();
    for (Principal principal : all) {
      Optional<Right> before = Optional.ofNullable(present.get(principal));
      Optional<Right> after = Optional.ofNullable(wanted.get(principal));
      if (!before.equals(after)) {
        changes.add(new Change.RightChanged(scope, principal, before, after));
      }
    }
    return changes;
  }

  private void requireNoWayAround(Scope scope, long revision) {
    Namespace namespace = scope.namespace();
    if (namespace.equals(Namespace.SHARED)) {
      throw notPrivate(scope, "everyone reads " + namespace);
    }
    boolean others =
        scope instanceof Name
            && core.rights.grants(namespace, revision).values().stream()
                .anyMatch(Sharing::isNoOwner);
    if (others) {
      throw notPrivate(scope, "others may read the whole namespace " + namespace);
    }
  }

  private static boolean isNoOwner(Right right) {
    return right != Right.OWN;
  }

  private static InvalidArgumentException notPrivate(Scope scope, String reason) {
    return new InvalidArgumentException(
        scope + " cannot be made private",
        reason,
        "Make the namespace private, or publish in a namespace that is");
  }
}
