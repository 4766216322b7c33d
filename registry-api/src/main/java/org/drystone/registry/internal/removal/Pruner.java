package org.drystone.registry.internal.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drystone.registry.Name;
import org.drystone.registry.Removal;
import org.drystone.registry.Retention;
import org.drystone.registry.Scope;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Removes, for one reader, the versions that rules do not keep. */
final class Pruner {
  private final Core core;
  private final Reader reader;
  private final Ownership ownership;
  private final Choice choice;

  private Pruner(Core core, Reader reader, Choice choice) {
    this.core = core;
    this.reader = reader;
    this.ownership = new Ownership(core, reader, new Resolver(core, reader), "prune");
    this.choice = choice;
  }

  /** Chooses, under the commit lock, what of a name goes. */
  @FunctionalInterface
  private interface Choice {
    List<Version> of(Name name, long revision, Instant now);
  }

  /** By that rule. */
  static Pruner by(Retention rule, Core core, Reader reader) {
    Superfluous superfluous = new Superfluous(core);
    return new Pruner(
        core, reader, (name, revision, now) -> superfluous.by(rule, name, revision, now));
  }

  /** By the rules that the names are under. */
  static Pruner byTheirRules(Core core, Reader reader) {
    return new Pruner(core, reader, new Superfluous(core)::byItsRule);
  }

  /** What {@link #prune} would remove now. */
  List<VersionId> plan(Scope scope) {
    return core.commits.exclusively(
        () -> {
          core.revision();
          long now = core.commits.last();
          ownership.require(scope, now);
          List<VersionId> superfluous = new ArrayList<>();
          for (Name name : core.entries.in(scope)) {
            choice.of(name, now, core.clock.instant()).forEach(gone -> superfluous.add(gone.id()));
          }
          return List.copyOf(superfluous);
        });
  }

  /** Removes it, the versions of each name in one change; not what that makes superfluous. */
  List<VersionId> prune(Scope scope) {
    List<VersionId> planned = plan(scope);
    Set<VersionId> wanted = Set.copyOf(planned);
    Set<VersionId> removed =
        planned.stream()
            .map(VersionId::name)
            .distinct()
            .flatMap(name -> prune(name, wanted).stream())
            .collect(Collectors.toSet());
    return planned.stream().filter(removed::contains).toList();
  }

  private List<VersionId> prune(Name name, Set<VersionId> wanted) {
    Optional<Removing> removing =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) -> plan(name, wanted, new Moment(before, revision, time)));
    removing.ifPresent(Removing::finish);
    return removing.map(Removing::versions).orElse(List.of());
  }

  private Commits.Plan<Optional<Removing>> plan(Name name, Set<VersionId> wanted, Moment moment) {
    EntryState state = core.entries.find(name, moment.before());
    List<Version> gone =
        choice.of(name, moment.before(), moment.time()).stream()
            .filter(version -> wanted.contains(version.id()))
            .toList();
    if (gone.isEmpty() || state == null || !ownership.owns(name, moment.before())) {
      return Commits.Plan.nothing(Optional.empty());
    }
    Removal how = Removal.plain().because("pruned");
    return new Removing(core, reader.caller().user(), how, moment, state, gone)
        .plan()
        .as(Optional::of);
  }
}
