package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.RegistryException;
import org.drystone.registry.UnavailableException;
import py4j.GatewayServer;
import py4j.NetworkUtil;
import py4j.Py4JNetworkException;
import py4j.Py4JServerConnection;

/** Py4J's server, with connections of our own. It accepts; the sessions decide. */
final class Server extends GatewayServer {

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final Sessions sessions;
  private final Limits limits;
  private final Doors doors;
  private final Set<Connection> strangers = ConcurrentHashMap.newKeySet();

  Server(InetAddress address, int port, Sessions sessions, Limits limits) {
    this(address, port, sessions, limits, new Doors());
  }

  private Server(InetAddress address, int port, Sessions sessions, Limits limits, Doors doors) {
    super(
        new py4j.Gateway(null, SessionCallbacks.none()),
        port,
        address,
        DEFAULT_CONNECT_TIMEOUT,
        DEFAULT_READ_TIMEOUT,
        null,
        doors);
    this.sessions = sessions;
    this.limits = limits;
    this.doors = doors;
  }

  Limits limits() {
    return limits;
  }

  /**
   * Begins to accept connections.
   *
   * @throws UnavailableException if the port is in use
   */
  void open() {
    try {
      startSocket();
    } catch (Py4JNetworkException e) {
      String place = getAddress().getHostAddress() + ":" + getPort();
      throw new UnavailableException(
          "The gateway cannot listen on " + place,
          String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
          "End the program that uses the port, or choose another; 0 takes any that is free");
    }
    Thread thread = new Thread(this, "drystone-gateway-" + getListeningPort());
    thread.setDaemon(true);
    thread.start();
  }

  /** Accepts no more connections; those that are there go on. */
  void stopAccepting() {
    doors.close();
  }

  @Override
  protected Py4JServerConnection createConnection(py4j.Gateway ignored, Socket socket)
      throws IOException {
    try {
      if (strangers.size() >= limits.strangers()) {
        throw new IOException("too many connections wait to show a token");
      }
      socket.setTcpNoDelay(true);
      KeepAlive.on(socket);
      return started(new Connection(this, socket));
    } catch (IOException | RuntimeException e) {
      NetworkUtil.quietlyClose(socket);
      throw e;
    }
  }

  private Connection started(Connection connection) throws IOException {
    strangers.add(connection);
    try {
      connection.startServerConnection();
      return connection;
    } catch (OutOfMemoryError e) {
      // How the JVM says that there are no more threads; the one that accepts must go on.
      connection.shutdown(false);
      throw new IOException("no thread can be started for it", e);
    } catch (RuntimeException e) {
      connection.shutdown(false);
      throw e;
    }
  }

  @Override
  protected void fireConnectionError(Exception e) {
    log("A connection was not accepted: " + e.getMessage());
    super.fireConnectionError(e);
  }

  /** See {@link Sessions#join}. */
  Session join(ClientToken token, Connection connection) {
    try {
      Session session = sessions.join(token, connection, connection.getSocket());
      strangers.remove(connection);
      return session;
    } catch (RegistryException e) {
      log("A connection was refused: " + e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A session could not be opened", e);
      throw new UnavailableException(
          "The session could not be opened", e.toString(), "Tell the owner of the hub");
    }
  }

  /** A connection has ended. */
  void left(Connection connection, Optional<Session> session) {
    strangers.remove(connection);
    session.ifPresent(from -> from.leave(connection));
  }

  /** Ends the connections that took too long to show a token. */
  void sweep() {
    strangers.stream()
        .filter(stranger -> stranger.age() > limits.greeting().toNanos())
        .forEach(stranger -> stranger.shutdown(true));
  }

  void log(String message) {
    LOG.log(System.Logger.Level.INFO, message);
  }
}
