package org.drystone.registry.py4j;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import py4j.Py4JPythonClient;

/**
 * What a session sees in the place of Py4J's server: PySpark tells it where the client listens for
 * callbacks. There is nothing to shut down.
 */
final class GatewayServerFace {

  private final py4j.Gateway gateway;

  GatewayServerFace(py4j.Gateway gateway) {
    this.gateway = gateway;
  }

  /** Callbacks go to that address from now on. */
  public void resetCallbackClient(InetAddress address, int port) {
    gateway.resetCallbackClient(address, port);
  }

  /** Where callbacks go now. */
  public @Nullable Py4JPythonClient getCallbackClient() {
    return gateway.getCallbackClient();
  }
}
