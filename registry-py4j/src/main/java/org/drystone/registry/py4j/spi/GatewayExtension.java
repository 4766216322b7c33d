package org.drystone.registry.py4j.spi;

/**
 * Adds what an engine needs to a gateway: one for each gateway, given to its builder.
 * Registry-spark implements it so that PySpark attaches.
 */
@FunctionalInterface
public interface GatewayExtension {

  /**
   * Begins a client's session. Called once for each session, before its first command, and never
   * under a lock.
   *
   * @throws org.drystone.registry.RegistryException if the session cannot be opened: the client is
   *     refused with it
   */
  SessionExtension open(ClientSession session);
}
