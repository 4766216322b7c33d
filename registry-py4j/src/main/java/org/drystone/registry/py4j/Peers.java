package org.drystone.registry.py4j;

import java.net.Socket;
import java.util.Optional;

/** Finds the program at the other end of a connection. */
@FunctionalInterface
interface Peers {

  /** Its process, where the operating system tells it. */
  Optional<PeerProcess> of(Socket socket);
}
