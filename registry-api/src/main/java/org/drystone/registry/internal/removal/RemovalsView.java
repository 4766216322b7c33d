package org.drystone.registry.internal.removal;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.Change;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Removals;
import org.drystone.registry.Restorable;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Removals as one reader may see them. */
public final class RemovalsView implements Removals {
  private final Core core;
  private final Reader reader;

  public RemovalsView(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  @Override
  public List<Restorable> restorable() {
    return new Restorer(core, reader).list();
  }

  @Override
  public Position keep(Name name) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          requireWrite(name, before);
          List<Long> kept = core.leases.of(name);
          if (kept.isEmpty()) {
            return Commits.Plan.nothing(core.position(before));
          }
          return new Commits.Plan<>(
              List.of(new Change.Kept(name, kept)),
              () -> kept.forEach(number -> core.leases.drop(new VersionId(name, number))),
              core.position(revision));
        });
  }

  private void requireWrite(Name name, long revision) {
    new Resolver(core, reader).require(Key.of(name, Object.class), revision);
    if (!core.rights.allows(reader, name, Right.WRITE, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not keep versions of " + name,
          "that needs WRITE on it",
          "Ask an owner");
    }
  }

  @Override
  public Position retain(Scope scope, Retention rule) {
    return new Rulings(core, reader).set(scope, Optional.of(rule));
  }

  @Override
  public Position retainAll(Scope scope) {
    return new Rulings(core, reader).set(scope, Optional.empty());
  }

  @Override
  public Optional<Retention> rule(Scope scope) {
    return new Rulings(core, reader).find(scope);
  }

  @Override
  public List<VersionId> prune(Scope scope) {
    return Pruner.byTheirRules(core, reader).prune(scope);
  }

  @Override
  public List<VersionId> superfluous(Scope scope) {
    return Pruner.byTheirRules(core, reader).plan(scope);
  }

  @Override
  public List<VersionId> prune(Scope scope, Retention rule) {
    return Pruner.by(rule, core, reader).prune(scope);
  }

  @Override
  public List<VersionId> superfluous(Scope scope, Retention rule) {
    return Pruner.by(rule, core, reader).plan(scope);
  }
}
