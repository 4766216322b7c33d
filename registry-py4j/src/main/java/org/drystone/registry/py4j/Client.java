package org.drystone.registry.py4j;

import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Registry;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * Who a session belongs to.
 *
 * @param peer its process, where it can be seen
 */
record Client(Caller caller, Registry registry, GatewayRight right, Optional<PeerProcess> peer)
    implements ClientSession {

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  @Override
  public void log(String message) {
    LOG.log(System.Logger.Level.INFO, "{0}: {1}", this, message);
  }

  /** Writes an unexpected failure into the hub's log, with its stack trace. */
  void log(String message, Throwable failure) {
    LOG.log(System.Logger.Level.WARNING, this + ": " + message, failure);
  }

  @Override
  public Optional<Long> peerProcess() {
    return peer.map(PeerProcess::pid);
  }

  /** For the log: the user and the session. */
  @Override
  public String toString() {
    return caller.session().map(Object::toString).orElseGet(() -> caller.user().toString());
  }
}
