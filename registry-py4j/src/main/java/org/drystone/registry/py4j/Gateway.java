package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Hub;

/**
 * The way of Python programs into a hub: a Py4J server that any Py4J client, PySpark and {@code
 * drystone} can talk to. Every client program has a session of its own.
 *
 * <p>Its threads are daemons: it lives no longer than the application. Closing it does not close
 * the hub; close the gateway first.
 */
public final class Gateway implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

  private final Server server;
  private final Sessions sessions;
  private final Limits limits;
  private final ScheduledExecutorService sweeper;
  private final List<ConnectionFile.Written> files;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Gateway(
      Server server, Sessions sessions, Limits limits, List<ConnectionFile> connectionFiles) {
    this.server = server;
    this.sessions = sessions;
    this.limits = limits;
    this.files = writeAll(connectionFiles, url());
    this.sweeper =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "drystone-gateway-sweeper");
              thread.setDaemon(true);
              return thread;
            });
    long period = limits.sweep().toMillis();
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  /** Starts to configure a gateway into that hub. */
  public static GatewayBuilder on(Hub hub) {
    return new GatewayBuilder(hub);
  }

  static Gateway start(
      InetAddress address, int port, GatewaySettings settings, List<ConnectionFile> files) {
    Sessions sessions = new Sessions(settings);
    Server server = new Server(address, port, sessions, settings.limits());
    server.open();
    try {
      return new Gateway(server, sessions, settings.limits(), files);
    } catch (RuntimeException e) {
      server.shutdown(false);
      throw e;
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.getListeningPort();
  }

  /** Where {@code drystone.connect} finds it, such as {@code drystone://127.0.0.1:25333}. */
  public String url() {
    InetAddress address = server.getAddress();
    String host = address.getHostAddress();
    return "drystone://"
        + (address instanceof Inet6Address ? "[" + host + "]" : host)
        + ":"
        + port();
  }

  /** The client programs that are there now; an unmodifiable copy. */
  public List<SessionSnapshot> sessions() {
    return sessions.snapshots();
  }

  /**
   * Closes the gateway. New connections and commands are refused; waiting for news ends at once;
   * running commands may end within ten seconds, then they are cancelled; everything that clients
   * held is released, the connection files are removed. Idempotent. An interrupt ends the waiting,
   * not the release, and stays set.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    server.stopAccepting();
    try {
      sessions.close(limits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sweeper.shutdownNow();
      server.shutdown(false);
      files.forEach(Gateway::remove);
    }
  }

  private void sweep() {
    try {
      server.sweep();
      sessions.sweep();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Looking after the sessions failed; it goes on", e);
    }
  }

  /** All of them, or none. */
  private static List<ConnectionFile.Written> writeAll(List<ConnectionFile> files, String url) {
    List<ConnectionFile.Written> written = new ArrayList<>();
    try {
      files.forEach(file -> written.add(file.write(url)));
      return List.copyOf(written);
    } catch (RuntimeException e) {
      written.forEach(Gateway::remove);
      throw e;
    }
  }

  private static void remove(ConnectionFile.Written file) {
    try {
      file.remove();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The connection file was not removed: " + e);
    }
  }
}
