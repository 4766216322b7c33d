package org.drystone.registry.internal;

import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Registry;
import org.drystone.registry.SessionId;
import org.drystone.registry.Statistics;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.removal.RuleKeeper;
import org.drystone.registry.internal.removal.SessionEnd;

/** A hub over one core. */
final class DefaultHub implements Hub {

  private final Core core;

  DefaultHub(Core core) {
    this.core = core;
    core.subscriptions.add(new RuleKeeper(core));
  }

  @Override
  public String id() {
    return core.id;
  }

  @Override
  public Registry registry() {
    return as(Caller.of(core.host));
  }

  @Override
  public Registry as(Caller caller) {
    return new RegistryView(core, caller);
  }

  @Override
  public void endSession(SessionId session) {
    new SessionEnd(core).of(session);
  }

  @Override
  public Statistics statistics() {
    return core.commits.exclusively(core::statistics);
  }

  @Override
  public void close() {
    core.close();
  }
}
