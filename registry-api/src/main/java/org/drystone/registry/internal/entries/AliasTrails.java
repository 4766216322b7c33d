package org.drystone.registry.internal.entries;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasMove;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.VersionId;

/** The moves of all aliases, read off the commits. */
public final class AliasTrails {

  static final int MOST = 1000;

  private final Map<Name, Map<Alias, List<AliasMove>>> trails = new ConcurrentHashMap<>();

  /** Called by the committing thread, before the commit is visible. */
  public void add(Commit commit) {
    for (Change change : commit.changes()) {
      if (change instanceof Change.AliasMoved moved) {
        trails
            .computeIfAbsent(moved.name(), any -> new ConcurrentHashMap<>())
            .merge(moved.alias(), List.of(move(commit, moved)), AliasTrails::longer);
      }
    }
  }

  /** The moves in one life of the name, as of a revision, oldest first. */
  public List<AliasMove> of(Name name, Alias alias, EntryState state, long revision) {
    return all(name, alias).stream()
        .filter(move -> move.position().revision() >= state.incarnation())
        .filter(move -> move.position().revision() <= revision)
        .toList();
  }

  /** Whether older moves in that life of the name may have been forgotten. */
  public boolean isCut(Name name, Alias alias, EntryState state) {
    List<AliasMove> kept = all(name, alias);
    return kept.size() == MOST && kept.get(0).position().revision() >= state.incarnation();
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name) {
    trails.remove(name);
  }

  private List<AliasMove> all(Name name, Alias alias) {
    return trails.getOrDefault(name, Map.of()).getOrDefault(alias, List.of());
  }

  private static List<AliasMove> longer(List<AliasMove> before, List<AliasMove> more) {
    List<AliasMove> all = new ArrayList<>(before);
    all.addAll(more);
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  private static AliasMove move(Commit commit, Change.AliasMoved moved) {
    return new AliasMove(
        commit.position(),
        commit.author(),
        commit.time(),
        version(moved.name(), moved.before()),
        version(moved.name(), moved.after()));
  }

  private static Optional<VersionId> version(Name name, OptionalLong number) {
    return number.isPresent()
        ? Optional.of(new VersionId(name, number.getAsLong()))
        : Optional.empty();
  }
}
