package org.drystone.registry.internal.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Grants;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.time.Times;
import org.jspecify.annotations.Nullable;

/** The removal of some versions of one name, as a part of one commit. */
final class Removing {
  private final Core core;
  private final Name name;
  private final EntryState before;
  private final List<Version> gone;
  private final @Nullable Version surviving;
  private final Tombstone removal;

  /**
   * Decides what goes, with nothing changed yet; called under the commit lock.
   *
   * @param gone at least one of the versions that live now, ascending
   */
  Removing(
      Core core,
      Principal author,
      Removal how,
      Moment moment,
      EntryState state,
      List<Version> gone) {
    this.core = core;
    this.name = state.latest().label().name();
    this.before = state;
    this.gone = gone;
    this.surviving = surviving(state, gone, moment.before());
    this.removal = removal(author, how, moment);
  }

  Commits.Plan<Removing> plan() {
    return new Commits.Plan<>(changes(), this::apply, this);
  }

  /** What goes. */
  List<VersionId> versions() {
    return gone.stream().map(Version::id).toList();
  }

  /** The revision that removes. */
  long revision() {
    return removal.revision();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Removed(
            name,
            gone.stream().map(Version::number).toList(),
            surviving == null ? OptionalLong.empty() : OptionalLong.of(surviving.number()),
            removal.reason(),
            removal.until()));
    removal.aliases().forEach((alias, state) -> changes.add(taken(alias, state)));
    removal.grants().sorted().forEach((principal, right) -> changes.add(revoked(principal, right)));
    return changes;
  }

  private void apply() {
    for (Version version : gone) {
      version.remove(removal, core.history);
      core.needs.remove(version);
      core.leases.drop(version.id());
      removal.until().ifPresent(until -> core.trash.add(version, removal, until));
    }
    if (surviving == null) {
      core.entries.set(before.ended(removal));
      core.disposal.buryWhenPast(name, removal);
    } else {
      core.entries.set(before.withLatest(surviving, removal.revision()));
    }
  }

  /** Frees what is to be freed at once, or sees to it that it is freed later; under no lock. */
  void finish() {
    if (removal.until().isPresent()) {
      core.disposal.emptyTrashAt(removal.until().get());
    } else {
      gone.forEach(version -> version.release(version.id() + " " + removal.told()));
    }
    if (surviving == null) {
      core.reservations.cancelIf(
          name, other -> other.incarnation() == before.incarnation(), name + " " + removal.told());
    }
  }

  private Tombstone removal(Principal author, Removal how, Moment moment) {
    boolean last = surviving == null;
    Map<Alias, AliasState> aliases = last ? before.aliases() : Map.of();
    Grants grants = last ? before.grants() : Grants.NONE;
    Optional<Instant> until =
        how.freeing() == Removal.Freeing.AT_ONCE
            ? Optional.empty()
            : Optional.of(Times.after(moment.time(), core.trashTime));
    return new Tombstone(
        author, moment.revision(), moment.time(), how.reason(), until, aliases, grants);
  }

  /** Removed versions above the latest were looked over before: only those that go now are. */
  private static @Nullable Version surviving(EntryState state, List<Version> gone, long revision) {
    Set<Version> going = new HashSet<>(gone);
    Version candidate = state.latest();
    while (candidate != null && going.contains(candidate)) {
      candidate = state.versions().below(candidate.number(), revision);
    }
    return candidate;
  }

  private Change taken(Alias alias, AliasState state) {
    return new Change.AliasMoved(
        name, alias, OptionalLong.of(state.version()), OptionalLong.empty());
  }

  private Change revoked(Principal principal, Right right) {
    return new Change.RightChanged(name, principal, Optional.of(right), Optional.empty());
  }
}
