package org.drystone.registry.internal.watching;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.drystone.registry.Change;
import org.drystone.registry.ChangeListener;
import org.drystone.registry.Changes;
import org.drystone.registry.Position;
import org.drystone.registry.Scope;
import org.drystone.registry.Subscription;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Positions;
import org.drystone.registry.internal.rights.Reader;

/** The change feed of one reader, perhaps narrowed. */
public final class ChangeFeed implements Changes {

  private final Core core;
  private final Reader reader;
  private final Interest interest;

  public ChangeFeed(Core core, Reader reader) {
    this(core, reader, Interest.everything());
  }

  private ChangeFeed(Core core, Reader reader, Interest interest) {
    this.core = core;
    this.reader = reader;
    this.interest = interest;
  }

  @Override
  public Changes of(Scope scope) {
    return new ChangeFeed(core, reader, interest.of(Objects.requireNonNull(scope, "scope")));
  }

  @Override
  public Changes only(Set<Class<? extends Change>> kinds) {
    return new ChangeFeed(core, reader, interest.only(kinds));
  }

  @Override
  public LogWatch fromNow() {
    return watch(core.revision());
  }

  @Override
  public LogWatch after(Position position) {
    return watch(Positions.revision(core, position));
  }

  @Override
  public Subscription to(Executor executor, ChangeListener listener) {
    return push(fromNow(), executor, listener);
  }

  @Override
  public Subscription to(Position after, Executor executor, ChangeListener listener) {
    return push(after(after), executor, listener);
  }

  private LogWatch watch(long revision) {
    return new LogWatch(core, reader, interest, revision);
  }

  private Subscription push(LogWatch watch, Executor executor, ChangeListener listener) {
    PushedChanges pushed =
        new PushedChanges(
            core.subscriptions,
            watch,
            interest,
            Objects.requireNonNull(executor, "executor"),
            Objects.requireNonNull(listener, "listener"));
    core.subscriptions.add(pushed);
    return pushed;
  }
}
