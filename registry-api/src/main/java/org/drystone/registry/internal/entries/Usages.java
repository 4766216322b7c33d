package org.drystone.registry.internal.entries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Usage;
import org.jspecify.annotations.Nullable;

/** Who keeps how much, and where; read off the commits, so that nothing is ever counted anew. */
public final class Usages {

  private final Entries entries;
  private final Map<Place, Usage> places = new ConcurrentHashMap<>();
  private final Map<Principal, Usage> owners = new ConcurrentHashMap<>();

  /** Changed and read under the commit lock. */
  private long names;

  /** The versions of one publisher in one namespace. */
  record Place(Namespace namespace, Principal owner) {}

  public Usages(Entries entries) {
    this.entries = entries;
  }

  /** Called by the committing thread, when all cells have their new states. */
  public void add(Commit commit) {
    long revision = commit.position().revision();
    for (Change change : commit.changes()) {
      if (change instanceof Change.Published published) {
        count(published.label(), 1);
        countName(published.scope(), revision);
      } else if (change instanceof Change.Removed removed) {
        count(removed.name(), removed.versions(), revision - 1, -1);
        countName(removed.name(), revision);
      } else if (change instanceof Change.Restored restored) {
        count(restored.name(), restored.versions(), revision, 1);
        countName(restored.name(), revision);
      }
    }
  }

  public Usage of(Principal owner) {
    return owners.getOrDefault(owner, Usage.NONE);
  }

  public long names() {
    return names;
  }

  public Map<Principal, Usage> byOwner() {
    return Map.copyOf(owners);
  }

  public Map<Namespace, Usage> byNamespace() {
    return sum(place -> true, Place::namespace);
  }

  /** What each owner keeps in these namespaces. */
  public Map<Principal, Usage> byOwner(Predicate<Namespace> within) {
    return sum(place -> within.test(place.namespace()), Place::owner);
  }

  private <K> Map<K, Usage> sum(Predicate<Place> which, Function<Place, K> by) {
    Map<K, Usage> sums = new HashMap<>();
    places.forEach(
        (place, usage) -> {
          if (which.test(place)) {
            sums.merge(by.apply(place), usage, Usage::plus);
          }
        });
    return sums;
  }

  /** The versions as they were at a revision at which they lived. */
  private void count(Name name, List<Long> numbers, long revision, int sign) {
    EntryState state = entries.past(name, revision);
    for (long number : numbers) {
      Version version = state == null ? null : state.versions().find(number, revision);
      if (version != null) {
        count(version.label(), sign);
      }
    }
  }

  private void count(Label label, int sign) {
    Usage more = new Usage(sign, sign * label.bytes().orElse(0));
    owners.compute(label.publisher(), (owner, usage) -> plus(usage, more));
    places.compute(
        new Place(label.name().namespace(), label.publisher()), (at, usage) -> plus(usage, more));
  }

  private static @Nullable Usage plus(@Nullable Usage before, Usage more) {
    Usage after = before == null ? more : before.plus(more);
    return after.versions() == 0 ? null : after;
  }

  private void countName(Name name, long revision) {
    boolean before = entries.find(name, revision - 1) != null;
    boolean after = entries.find(name, revision) != null;
    if (before != after) {
      names = names + (after ? 1 : -1);
    }
  }
}
