package org.drystone.registry.internal.removal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Grants;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.entries.Trash;
import org.drystone.registry.internal.entries.Version;

/** The restoration of some versions of one name, as a part of one commit. */
final class Restoring {
  private final Core core;
  private final Name name;
  private final List<Version> versions;
  private final Moment moment;
  private final EntryState after;
  private final Map<Alias, AliasState> aliases;
  private final Grants grants;

  /** Decides what comes back, with nothing changed yet; called under the commit lock. */
  Restoring(Core core, Name name, EntryState state, List<Trash.Item> items, Moment moment) {
    this.core = core;
    this.name = name;
    this.versions = items.stream().map(Trash.Item::version).toList();
    this.moment = moment;
    Tombstone removal = items.get(0).removal();
    this.aliases = state.lives() ? Map.of() : aliases(state, removal);
    this.grants = state.lives() ? Grants.NONE : grants(state, items.get(0));
    this.after = after(state, removal);
  }

  Commits.Plan<List<Label>> plan(UnaryOperator<Label> shown) {
    List<Label> labels = versions.stream().map(version -> shown.apply(version.label())).toList();
    return new Commits.Plan<>(changes(), this::apply, labels);
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Restored(
            name, versions.stream().map(Version::number).toList(), after.latest().number()));
    aliases.forEach((alias, state) -> changes.add(set(alias, state)));
    grants.sorted().forEach((principal, right) -> changes.add(granted(principal, right)));
    return changes;
  }

  private void apply() {
    for (Version version : versions) {
      core.trash.takeOut(version.id());
      version.restore(moment.revision(), core.history);
      core.needs.add(version);
    }
    core.entries.set(after);
  }

  private EntryState after(EntryState state, Tombstone removal) {
    Version highest = versions.get(versions.size() - 1);
    if (state.lives()) {
      boolean higher = highest.number() > state.latest().number();
      return state.withLatest(higher ? highest : state.latest(), moment.revision());
    }
    long life = goesOn(state, removal) ? state.incarnation() : moment.revision();
    return state
        .revived(highest, life, moment.revision())
        .withAliases(aliases, moment.revision())
        .withGrants(grants, moment.revision());
  }

  /** What the last life left goes on in it; what an earlier one left begins a new one. */
  private boolean goesOn(EntryState state, Tombstone removal) {
    return removal.is(state.end()) || versions.get(0).revision() >= state.incarnation();
  }

  private Map<Alias, AliasState> aliases(EntryState state, Tombstone removal) {
    Set<Long> back = new HashSet<>(versions.stream().map(Version::number).toList());
    Tombstone end = state.end();
    return end == null || !goesOn(state, removal)
        ? Map.of()
        : end.aliases().entrySet().stream()
            .filter(alias -> back.contains(alias.getValue().version()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Somebody must own it again: the publisher, where nothing more is known. */
  private Grants grants(EntryState state, Trash.Item item) {
    Tombstone end = state.end();
    Tombstone known = end != null && goesOn(state, item.removal()) ? end : item.removal();
    return known.grants().isEmpty()
        ? Grants.ownedBy(item.version().label().publisher())
        : known.grants();
  }

  private Change set(Alias alias, AliasState state) {
    return new Change.AliasMoved(
        name, alias, OptionalLong.empty(), OptionalLong.of(state.version()));
  }

  private Change granted(Principal principal, Right right) {
    return new Change.RightChanged(name, principal, Optional.empty(), Optional.of(right));
  }
}
