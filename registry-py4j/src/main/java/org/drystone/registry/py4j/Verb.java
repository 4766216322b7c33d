package org.drystone.registry.py4j;

import com.google.gson.JsonElement;

/** One verb of the protocol. */
@FunctionalInterface
interface Verb {

  /**
   * Does what the client asks for.
   *
   * @throws org.drystone.registry.RegistryException what the client is told
   * @throws InterruptedException if the client or the hub gave the call up
   */
  JsonElement answer(Arguments arguments) throws InterruptedException;
}
