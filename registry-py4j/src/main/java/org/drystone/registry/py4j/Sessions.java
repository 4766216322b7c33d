package org.drystone.registry.py4j;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.drystone.registry.ClosedException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Principal;
import org.drystone.registry.RegistryException;

/**
 * The sessions of a gateway. A connection joins the session that its token names; without a name,
 * the one of its process; where that cannot be seen, only one connection of a token is let in,
 * since two programs must never share a session.
 */
final class Sessions {

  private record Key(Principal user, String name) {}

  private final GatewaySettings settings;
  private final ConcurrentMap<Key, CompletableFuture<Session>> sessions = new ConcurrentHashMap<>();

  /** The session of each user whose program is not to be told from another. */
  private final ConcurrentMap<Principal, String> sole = new ConcurrentHashMap<>();

  private volatile boolean closed;

  Sessions(GatewaySettings settings) {
    this.settings = settings;
  }

  /**
   * Takes a connection into the session that it belongs to.
   *
   * @throws NotPermittedException if the token is nobody's, or the program cannot be told from
   *     another one
   * @throws ClosedException if the gateway closes
   * @throws RegistryException if the engine refuses the session
   */
  Session join(ClientToken token, Connection connection, Socket socket) {
    Account account = settings.users().owning(token.secret()).orElseThrow(Sessions::unknownToken);
    if (token.session().isPresent()) {
      Key key = new Key(account.user(), token.session().get());
      return joinAs(key, account, token, connection, socket);
    }
    String name =
        settings
            .peers()
            .of(socket)
            .map(process -> "process-" + process.pid() + "-" + process.started())
            .orElseGet(() -> soleName(account.user()));
    return joinAs(new Key(account.user(), name), account, token, connection, socket);
  }

  /** Ends the sessions that nobody will come back to. */
  void sweep() {
    live().filter(Session::isDeserted).forEach(Session::end);
  }

  List<SessionSnapshot> snapshots() {
    return live().map(Session::snapshot).toList();
  }

  /** Lets running commands end, then releases everything; each takes at most the limit. */
  void close(Duration limit) throws InterruptedException {
    closed = true;
    List<Session> all = live().toList();
    long deadline = System.nanoTime() + limit.toNanos();
    for (Session session : all) {
      session.drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    all.forEach(Session::end);
    for (Session session : all) {
      awaitRelease(session, limit.multipliedBy(2));
    }
  }

  private static void awaitRelease(Session session, Duration limit) throws InterruptedException {
    try {
      session.released().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      session.client().log("The session is still being released while the gateway closes");
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a release never fails", e);
    }
  }

  private Stream<Session> live() {
    return sessions.values().stream()
        .filter(session -> session.isDone() && !session.isCompletedExceptionally())
        .map(CompletableFuture::join);
  }

  private Session joinAs(
      Key key, Account account, ClientToken token, Connection connection, Socket socket) {
    while (true) {
      if (closed) {
        throw new ClosedException("The connection was refused", "the hub is closing", "Try later");
      }
      CompletableFuture<Session> mine = new CompletableFuture<>();
      CompletableFuture<Session> there = sessions.putIfAbsent(key, mine);
      Session session = there == null ? open(key, mine, account, token, socket) : joined(there);
      if (session.enter(connection)) {
        return session;
      }
      sessions.remove(key, there == null ? mine : there);
    }
  }

  private Session open(
      Key key,
      CompletableFuture<Session> promise,
      Account account,
      ClientToken token,
      Socket socket) {
    try {
      Optional<PeerProcess> peer = settings.peers().of(socket);
      Session session = Session.open(account, key.name(), peer, token.text(), settings);
      session.released().thenRun(() -> sessions.remove(key, promise));
      promise.complete(session);
      session.client().log("A session began");
      return session;
    } catch (RuntimeException e) {
      sessions.remove(key, promise);
      promise.completeExceptionally(e);
      throw e;
    }
  }

  private static Session joined(CompletableFuture<Session> session) {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RegistryException refusal ? refusal : e;
    }
  }

  private String soleName(Principal user) {
    String name = UUID.randomUUID().toString();
    String before = sole.put(user, name);
    Optional<Session> other =
        live()
            .filter(session -> session.name().equals(before))
            .filter(session -> session.client().caller().user().equals(user))
            .findFirst();
    if (other.isPresent() && !other.get().isEmpty()) {
      sole.replace(user, name, before);
      throw cannotBeToldApart();
    }
    other.ifPresent(Session::end);
    return name;
  }

  private static NotPermittedException unknownToken() {
    return new NotPermittedException(
        "The connection was refused",
        "the token is not known here",
        "Use the token that the owner of the hub made for you, or its connection file");
  }

  private static NotPermittedException cannotBeToldApart() {
    return new NotPermittedException(
        "The connection was refused",
        "a program with this token is connected, and the hub cannot see whether this is another",
        "Name a session behind the token, <token>.<random letters>, another for each program");
  }
}
