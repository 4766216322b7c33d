package org.drystone.registry.internal;

import org.drystone.registry.Hub;

/** Where the public faces meet the core. */
public final class HubFactory {

  private HubFactory() {}

  /** As {@link Hub#builder()}. */
  public static Hub.Builder builder() {
    return new HubBuilder();
  }
}
