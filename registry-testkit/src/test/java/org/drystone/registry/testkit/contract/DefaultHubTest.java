package org.drystone.registry.testkit.contract;

import org.drystone.registry.Hub;

/** The hub that comes with the registry keeps the contract. */
class DefaultHubTest extends RegistryContract {

  @Override
  protected Hub.Builder hub() {
    return Hub.builder();
  }
}
