package org.drystone.registry.internal;

import org.drystone.registry.Name;

/** Forgets a removed name, but for its last number, when no revision is left that knew it. */
record Burial(Disposal disposal, Name name, Tombstone end) implements Past {

  @Override
  public long revision() {
    return end.revision();
  }

  @Override
  public void forget() {
    disposal.bury(name, end);
  }
}
