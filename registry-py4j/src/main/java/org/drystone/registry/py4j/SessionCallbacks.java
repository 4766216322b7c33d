package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import py4j.CallbackClient;
import py4j.ClientServerConnection;
import py4j.GatewayServer;
import py4j.Py4JClientConnection;
import py4j.Py4JPythonClient;
import py4j.PythonClient;

/**
 * The way back to one client program, for Python functions that Java calls. Python's {@code
 * JavaGateway} expects the token there, its {@code ClientServer} none; which of the two the client
 * is shows only at the first connection.
 *
 * <p>It knows no server: as a listener of the server, as Py4J has it, a suspended client would hold
 * up everybody, and its session would never be collected. For the same reason the client is not
 * told which of its functions Java has forgotten: the JVM's only finalizer thread would have to do
 * it.
 */
final class SessionCallbacks extends PythonClient {

  private static final int GREETING_MILLIS = 10_000;

  private final @Nullable String token;
  private volatile boolean withoutToken;

  SessionCallbacks(String token) {
    this(token, GatewayServer.defaultAddress(), 0);
  }

  private SessionCallbacks(@Nullable String token, InetAddress address, int port) {
    super(
        null,
        null,
        port,
        address,
        CallbackClient.DEFAULT_MIN_CONNECTION_TIME,
        TimeUnit.SECONDS,
        SocketFactory.getDefault(),
        null,
        false,
        GatewayServer.DEFAULT_READ_TIMEOUT,
        token);
    this.token = token;
  }

  /** A client that talks to nobody, for a server whose connections all have sessions. */
  static SessionCallbacks none() {
    return new SessionCallbacks(null, GatewayServer.defaultAddress(), 0);
  }

  /**
   * As Py4J's own, with the token. Connections of threads are left behind: who names a callback
   * server wants to be called there, and a {@code JavaGateway} understands no calls elsewhere.
   */
  @Override
  public Py4JPythonClient copyWith(InetAddress newAddress, int newPort) {
    SessionCallbacks copy = new SessionCallbacks(token, newAddress, newPort);
    copy.setGateway(getGateway());
    return copy;
  }

  @Override
  protected Py4JClientConnection getConnection() throws IOException {
    ClientServerConnection pinned = getPerThreadConnection();
    if (pinned != null && pinned.getSocket() != null) {
      connections.remove(pinned);
      return pinned;
    }
    ClientServerConnection fresh = connect();
    setPerThreadConnection(fresh);
    return fresh;
  }

  private ClientServerConnection connect() throws IOException {
    if (token != null && !withoutToken) {
      Socket socket = startClientSocket();
      try {
        return started(socket, token);
      } catch (IOException e) {
        withoutToken = true;
      }
    }
    return started(startClientSocket(), null);
  }

  /**
   * Shows the token, if there is one. Py4J holds a lock meanwhile, so a silent client has a limit.
   */
  private ClientServerConnection started(Socket socket, @Nullable String shownToken)
      throws IOException {
    socket.setSoTimeout(GREETING_MILLIS);
    ClientServerConnection connection = connection(socket, shownToken);
    connection.start();
    socket.setSoTimeout(readTimeout);
    return connection;
  }

  private ClientServerConnection connection(Socket socket, @Nullable String shownToken)
      throws IOException {
    ClientServerConnection connection =
        new ClientServerConnection(gateway, socket, null, this, null, readTimeout, shownToken);
    connection.setInitiatedFromClient(true);
    return connection;
  }
}
