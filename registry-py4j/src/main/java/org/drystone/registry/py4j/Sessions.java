package org.drystone.registry.py4j;

import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.drystone.registry.ClosedException;
import org.drystone.registry.LimitException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Principal;
import org.drystone.registry.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a gateway. A connection joins the session that its token names; without a name,
 * the one of its process; where that cannot be seen, only one connection of a token is let in,
 * since two programs must never share a session.
 */
final class Sessions {

  private record Key(Principal user, String name) {}

  /** A connection at the door. */
  private record Arrival(Account account, ClientToken token, Connection connection, Socket socket) {

    Key key(String name) {
      return new Key(account.user(), name);
    }
  }

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
   * @throws LimitException if the user has too many sessions, or the session too many connections
   * @throws ClosedException if the gateway closes
   * @throws RegistryException if the engine refuses the session
   */
  Session join(ClientToken token, Connection connection, Socket socket) {
    Account account = settings.users().owning(token.secret()).orElseThrow(Sessions::unknownToken);
    Arrival arrival = new Arrival(account, token, connection, socket);
    return joinAs(arrival.key(token.session().orElseGet(() -> unnamed(arrival))), arrival);
  }

  /** Ends the sessions that nobody will come back to. */
  void sweep() {
    live().filter(Session::isDeserted).forEach(Session::end);
  }

  List<SessionSnapshot> snapshots() {
    return live().map(Session::snapshot).toList();
  }

  /** Lets running commands end, then releases everything. */
  void close(Limits limits) throws InterruptedException {
    closed = true;
    List<Session> all = live().toList();
    all.forEach(Session::refuseCommands);
    Instant drained = Instant.now().plus(limits.drain());
    for (Session session : all) {
      session.awaitIdle(until(drained));
    }
    all.forEach(Session::end);
    Instant released = Instant.now().plus(limits.cancel().multipliedBy(2));
    for (Session session : all) {
      session.awaitReleased(until(released));
    }
  }

  private static Duration until(Instant deadline) {
    Duration left = Duration.between(Instant.now(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Stream<Session> live() {
    return sessions.values().stream()
        .filter(session -> session.isDone() && !session.isCompletedExceptionally())
        .map(CompletableFuture::join);
  }

  private Session joinAs(Key key, Arrival arrival) {
    while (!closed) {
      CompletableFuture<Session> mine = new CompletableFuture<>();
      CompletableFuture<Session> there = sessions.putIfAbsent(key, mine);
      Session session = there == null ? open(key, mine, arrival) : joined(there);
      if (there != null) {
        requireSameProgram(session, arrival);
      }
      if (session.enter(arrival.connection())) {
        return there == null ? unlessClosed(session) : session;
      }
      awaitReleased(session);
      sessions.remove(key, there == null ? mine : there);
    }
    throw closing();
  }

  /** Refuses another program than the session's; where that one has ended, so does the session. */
  private void requireSameProgram(Session session, Arrival arrival) {
    Optional<PeerProcess> own = session.client().peer();
    Optional<PeerProcess> other = own.flatMap(any -> settings.peers().of(arrival.socket()));
    if (other.isEmpty() || other.equals(own)) {
      return;
    }
    if (own.get().alive()) {
      throw belongsToAnother();
    }
    session.end();
  }

  /** The gateway may have closed without seeing a session that was just being opened. */
  private Session unlessClosed(Session session) {
    if (closed) {
      session.end();
      throw closing();
    }
    return session;
  }

  /** What a session of the same name still holds must not be taken for the next one's. */
  private void awaitReleased(Session ending) {
    try {
      ending.awaitReleased(settings.limits().cancel().multipliedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw closing();
    }
  }

  private Session open(Key key, CompletableFuture<Session> promise, Arrival arrival) {
    try {
      checkLimit(key.user());
      Session session =
          Session.open(
              arrival.account(),
              key.name(),
              settings.peers().of(arrival.socket()),
              arrival.token().text(),
              settings);
      var unused = session.released().thenRun(() -> sessions.remove(key, promise));
      promise.complete(session);
      session.client().log("A session began");
      return session;
    } catch (RuntimeException e) {
      sessions.remove(key, promise);
      promise.completeExceptionally(e);
      throw e;
    }
  }

  private void checkLimit(Principal user) {
    int most = settings.limits().sessions();
    if (sessions.keySet().stream().filter(key -> key.user().equals(user)).count() > most) {
      throw new LimitException(
          "The connection was refused",
          user + " has " + most + " sessions",
          "Close connections that are no longer used, or end their programs");
    }
  }

  private static Session joined(CompletableFuture<Session> session) {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RegistryException refusal ? refusal : e;
    }
  }

  /** The name of the session of a program that did not name one. */
  private String unnamed(Arrival arrival) {
    return settings
        .peers()
        .of(arrival.socket())
        .map(process -> "process-" + process.pid() + "-" + process.started())
        .orElseGet(() -> sole(arrival.account().user()));
  }

  private String sole(Principal user) {
    String name = UUID.randomUUID().toString();
    @Nullable String before = sole.put(user, name);
    Optional<Session> other =
        live()
            .filter(session -> session.name().equals(before))
            .filter(session -> session.client().caller().user().equals(user))
            .findFirst();
    if (other.isPresent() && !other.get().isEmpty()) {
      sole.replace(user, name, other.get().name());
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

  private static ClosedException closing() {
    return new ClosedException("The connection was refused", "the hub is closing", "Try later");
  }

  private static NotPermittedException belongsToAnother() {
    return new NotPermittedException(
        "The connection was refused",
        "the session that the token names belongs to another program, which still runs",
        "Name another session behind the token, <token>.<random letters>, for each program");
  }

  private static NotPermittedException cannotBeToldApart() {
    return new NotPermittedException(
        "The connection was refused",
        "a program with this token is connected, and the hub cannot see whether this is another",
        "Name a session behind the token, <token>.<random letters>, another for each program");
  }
}
