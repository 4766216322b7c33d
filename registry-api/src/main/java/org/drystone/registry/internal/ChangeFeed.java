package org.drystone.registry.internal;

import org.drystone.registry.Changes;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Scope;
import org.drystone.registry.Watch;
import org.jspecify.annotations.Nullable;

/** The change feed of one reader, perhaps narrowed to a scope. */
final class ChangeFeed implements Changes {

  private final Core core;
  private final Reader reader;
  private final @Nullable Scope scope;

  ChangeFeed(Core core, Reader reader) {
    this(core, reader, null);
  }

  private ChangeFeed(Core core, Reader reader, @Nullable Scope scope) {
    this.core = core;
    this.reader = reader;
    this.scope = scope;
  }

  @Override
  public Changes of(Scope scope) {
    return new ChangeFeed(core, reader, scope);
  }

  @Override
  public Watch fromNow() {
    return watch(core.revision());
  }

  @Override
  public Watch after(Position position) {
    return watch(Positions.keptRevision(core, position));
  }

  private Watch watch(long revision) {
    return new LogWatch(core, new Sight(core, reader), this::passes, revision);
  }

  /** Whether what happened to that scope concerns this feed. */
  private boolean passes(Scope changed) {
    return scope == null
        || scope.equals(changed)
        || (changed instanceof Name && scope.equals(changed.namespace()));
  }
}
