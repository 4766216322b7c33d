package org.drystone.registry.py4j.spi;

import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Registry;

/** What an extension may know of one client program. Safe for use by several threads. */
public interface ClientSession {

  /** The client as a caller of the registry: user, groups and the id of this session. */
  Caller caller();

  /** The registry as this client sees it. */
  Registry registry();

  /** What the user may do on the gateway. */
  GatewayRight right();

  /** Writes one line about this client into the hub's log, for the owner of the hub. */
  void log(String message);

  /** The id of the client's process, where the operating system tells it. */
  Optional<Long> peerProcess();
}
