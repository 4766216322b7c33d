package org.drystone.registry.internal;

import java.util.List;
import org.drystone.registry.Removals;
import org.drystone.registry.Restorable;

/** Removals as one reader may see them. */
final class RemovalsView implements Removals {
  private final Core core;
  private final Reader reader;

  RemovalsView(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  @Override
  public List<Restorable> restorable() {
    return new Restorer(core, reader).list();
  }
}
