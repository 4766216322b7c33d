package org.drystone.registry.internal.core;

import org.drystone.registry.Name;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.revisions.Past;

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
