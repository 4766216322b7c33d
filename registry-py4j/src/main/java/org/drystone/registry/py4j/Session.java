package org.drystone.registry.py4j;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.LimitException;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.drystone.registry.py4j.spi.SessionExtension;

/**
 * One client program, for as long as it is there: its connections, its handles, its running
 * commands, the engine's part of it. Everything is released together, on a thread of its own.
 */
final class Session {

  private final String name;
  private final Client client;
  private final Hub hub;
  private final Limits limits;
  private final SessionExtension extension;
  private final RunningCommands commands;
  private final Exports exports = new Exports();
  private final SessionGateway gateway;
  private final Activity activity = new Activity();
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean endAsked = new AtomicBoolean();
  private final CompletableFuture<Void> released = new CompletableFuture<>();
  private boolean ending;
  private boolean entered;
  private long emptySince;

  private Session(String name, Client client, String token, GatewaySettings settings) {
    this.name = name;
    this.client = client;
    this.hub = settings.hub();
    this.limits = settings.limits();
    this.extension = settings.extension().open(client);
    this.commands = new RunningCommands(extension);
    try {
      this.gateway = open(token, settings);
    } catch (RuntimeException e) {
      extension.close();
      throw e;
    }
  }

  private SessionGateway open(String token, GatewaySettings settings) {
    Object entryPoint = settings.entryPoints().apply(this);
    Remote remote = new Remote(this, settings.hub());
    SessionGateway opened =
        client.right() == GatewayRight.JVM
            ? new JvmGateway(entryPoint, new SessionCallbacks(token), commands, extension)
            : new SealedGateway(client, entryPoint, remote, settings.allowed(), commands);
    opened.putObject(SessionGateway.REMOTE_ID, remote);
    return opened;
  }

  /**
   * Opens a session.
   *
   * @param token what the program showed; its callback server may ask for it
   * @throws org.drystone.registry.RegistryException if the engine refuses it
   */
  static Session open(
      Account account,
      String name,
      Optional<PeerProcess> peer,
      String token,
      GatewaySettings settings) {
    SessionId id = new SessionId(account.user() + "." + name);
    Caller caller = account.caller(id);
    Client client = new Client(caller, settings.hub().as(caller), account.right(), peer);
    try {
      return new Session(name, client, token, settings);
    } catch (RuntimeException e) {
      settings.hub().endSession(id);
      throw e;
    }
  }

  String name() {
    return name;
  }

  Client client() {
    return client;
  }

  SessionExtension extension() {
    return extension;
  }

  RunningCommands commands() {
    return commands;
  }

  Exports exports() {
    return exports;
  }

  SessionGateway gateway() {
    return gateway;
  }

  Activity activity() {
    return activity;
  }

  /**
   * Takes a connection in, unless the session is ending.
   *
   * @throws LimitException if it has too many
   */
  synchronized boolean enter(Connection connection) {
    if (ending) {
      return false;
    }
    if (connections.size() >= limits.connections()) {
      throw new LimitException(
          "The connection was refused",
          "the program has " + limits.connections() + " connections",
          "Close connections that are no longer used");
    }
    connections.add(connection);
    entered = true;
    return true;
  }

  /** A connection has ended. */
  void leave(Connection connection) {
    synchronized (this) {
      connections.remove(connection);
      if (connections.isEmpty()) {
        emptySince = System.nanoTime();
      }
    }
    if (gateway instanceof JvmGateway jvm) {
      jvm.unpin(connection);
    }
  }

  synchronized boolean isEmpty() {
    return connections.isEmpty();
  }

  /** Whether nobody will come back: the process is gone or, where it cannot be seen, the lease. */
  synchronized boolean isDeserted() {
    return client
        .peer()
        .map(process -> !process.alive())
        .orElseGet(
            () ->
                entered
                    && connections.isEmpty()
                    && System.nanoTime() - emptySince > limits.lease().toNanos());
  }

  /** The client said goodbye: the session ends as soon as the answer is sent. */
  void askToEnd() {
    endAsked.set(true);
  }

  void endIfAsked() {
    if (endAsked.get()) {
      end();
    }
  }

  /** Ends the claims of the program and begins to release everything else; returns at once. */
  void end() {
    synchronized (this) {
      if (ending) {
        return;
      }
      ending = true;
    }
    activity.refuse();
    hub.endSession(client.caller().session().orElseThrow());
    Thread cleaner = new Thread(this::release, "drystone-cleanup-" + client);
    cleaner.setDaemon(true);
    cleaner.start();
  }

  /** Completes when everything is released. */
  CompletableFuture<Void> released() {
    return released;
  }

  SessionSnapshot snapshot() {
    return new SessionSnapshot(
        client.caller().session().orElseThrow(),
        client.caller().user(),
        client.right(),
        connections.size(),
        gateway.handles());
  }

  private void release() {
    try {
      commands.cancelAll();
      if (!activity.awaitIdle(limits.cancel())) {
        client.log("A command did not end when it was cancelled; its thread is left to itself");
      }
      connections.forEach(connection -> connection.shutdown(false));
      extension.close();
    } catch (InterruptedException | RuntimeException e) {
      client.log("The session could not be released as it should", e);
    } finally {
      exports.clear();
      gateway.shutdown(true);
      released.complete(null);
    }
  }

  /** From now on no command begins, and nobody waits for news any more. */
  void refuseCommands() {
    activity.refuse();
    commands.endPolls();
  }

  /** Waits for what runs, without cancelling it. */
  void awaitIdle(Duration limit) throws InterruptedException {
    if (!activity.awaitIdle(limit)) {
      client.log("A command runs on although the gateway closes; it is cancelled now");
    }
  }

  /** Waits until {@link #end} has released everything. */
  void awaitReleased(Duration limit) throws InterruptedException {
    try {
      released.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      client.log("The session is not yet released; it is left to itself: " + e);
    }
  }
}
