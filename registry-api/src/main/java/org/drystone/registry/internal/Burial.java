package org.drystone.registry.internal;

import org.drystone.registry.Name;

/** Forgets a removed name, but for its last number, when no revision is left that knew it. */
record Burial(Core core, Name name, Tombstone end) implements Past {

  @Override
  public long revision() {
    return end.revision();
  }

  @Override
  public void forget() {
    core.disposal.bury(name, end);
  }
}
