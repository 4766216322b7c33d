package org.drystone.registry.internal.removal;

import java.util.List;
import java.util.Objects;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Removal;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Removes versions and names for one reader. */
public final class Remover {
  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Ownership ownership;

  public Remover(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.ownership = new Ownership(core, reader, resolver, "remove versions of");
  }

  public Position remove(VersionId id, Removal how) {
    return remove(
        id.name(),
        how,
        (state, before) -> {
          Version version = resolver.require(id.ref(), before);
          uses(before).requireNoAlias(state, version);
          return List.of(version);
        });
  }

  public Position remove(Name name, Removal how) {
    return remove(name, how, (state, before) -> state.versions().asOf(before));
  }

  /** Chooses, under the commit lock, what of a visible entry goes. */
  @FunctionalInterface
  interface Choice {
    List<Version> of(EntryState state, long before);
  }

  private Position remove(Name name, Removal how, Choice choice) {
    Removing removing =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) -> {
              EntryState state = requireOwned(name, before);
              List<Version> gone = choice.of(state, before);
              uses(before).requireNoDependant(gone);
              Moment moment = new Moment(before, revision, time);
              return new Removing(core, reader.caller().user(), how, moment, state, gone).plan();
            });
    removing.finish();
    return core.position(removing.revision());
  }

  private EntryState requireOwned(Name name, long before) {
    ownership.require(name, before);
    return Objects.requireNonNull(core.entries.find(name, before));
  }

  private Uses uses(long before) {
    return new Uses(core, version -> resolver.visible(version, before));
  }
}
