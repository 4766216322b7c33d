package org.drystone.registry.internal.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Removal;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Removes, for one reader, the versions that a rule does not keep. */
final class Pruner {
  private final Core core;
  private final Reader reader;
  private final Resolver resolver;

  Pruner(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
  }

  /** What {@link #prune} would remove now. */
  List<VersionId> plan(Scope scope, Retention rule) {
    return core.commits.exclusively(
        () -> {
          core.revision();
          long now = core.commits.last();
          requireOwner(scope, now);
          List<VersionId> superfluous = new ArrayList<>();
          for (Name name : names(scope)) {
            superfluous(name, rule, now).forEach(version -> superfluous.add(version.id()));
          }
          return List.copyOf(superfluous);
        });
  }

  /** Removes it, the versions of each name in one change. */
  List<VersionId> prune(Scope scope, Retention rule) {
    core.present(
        revision -> {
          requireOwner(scope, revision);
          return scope;
        });
    List<VersionId> removed = new ArrayList<>();
    for (Name name : names(scope)) {
      prune(name, rule, removed);
    }
    return List.copyOf(removed);
  }

  private void prune(Name name, Retention rule, List<VersionId> removed) {
    List<Removing> done = new ArrayList<>();
    List<VersionId> gone =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) -> {
              List<Version> versions = superfluous(name, rule, before);
              EntryState state = core.entries.find(name, before);
              boolean owned = core.rights.allows(reader, name, Right.OWN, before);
              if (versions.isEmpty() || state == null || !owned) {
                return Commits.Plan.nothing(List.of());
              }
              Removal how = Removal.plain().because("pruned");
              Moment moment = new Moment(before, revision, time);
              Removing removing =
                  new Removing(core, reader.caller().user(), how, moment, state, versions);
              done.add(removing);
              return removing.plan().as(any -> versions.stream().map(Version::id).toList());
            });
    done.forEach(Removing::finish);
    removed.addAll(gone);
  }

  private List<Version> superfluous(Name name, Retention rule, long revision) {
    EntryState state = core.entries.find(name, revision);
    if (state == null) {
      return List.of();
    }
    Uses uses = new Uses(core, id -> resolver.visible(id, revision));
    Instant young = core.clock.instant().minus(rule.age());
    List<Version> living = state.versions().asOf(revision);
    return living.subList(0, Math.max(0, living.size() - rule.last())).stream()
        .filter(version -> !version.label().publishedAt().isAfter(young))
        .filter(version -> !uses.isUsed(state, version))
        .toList();
  }

  private Iterable<Name> names(Scope scope) {
    return scope instanceof Name name ? Set.of(name) : core.entries.in(scope.namespace());
  }

  private void requireOwner(Scope scope, long revision) {
    if (scope instanceof Name name) {
      resolver.require(Key.of(name, Object.class), revision);
    }
    if (!core.rights.allows(reader, scope, Right.OWN, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not prune " + scope,
          "that needs OWN on it",
          "Ask an owner");
    }
  }
}
