package org.drystone.registry.spark;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Caller;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.SessionId;
import org.drystone.registry.UnavailableException;
import scala.Option;

/**
 * Knows which SparkSession belongs to which client program. Safe for use by any number of threads.
 */
public final class Sessions {

  /** Names the client program in the settings of its SparkSessions, as an option of the catalog. */
  private static final String SETTING = "spark.sql.catalog.hub.session";

  private final SparkSession host;
  private final SparkSession registry;
  private final Map<SessionId, SparkSession> sessions = new ConcurrentHashMap<>();

  /** A SparkSession keeps its caller for as long as anyone can use it. */
  private final Map<SparkSession, Caller> callers =
      Collections.synchronizedMap(new WeakHashMap<>());

  Sessions(SparkSession host) {
    this.host = host;
    this.registry = host.newSession();
  }

  /** The registry's own SparkSession: it reads the snapshots and keeps them in memory. */
  SparkSession registry() {
    return registry;
  }

  /**
   * Makes this the SparkSession of that caller's session: what the caller reads is bound to it, and
   * names in its SQL are resolved with the caller's rights. Replaces an earlier SparkSession of the
   * session, which stays the caller's.
   *
   * @throws InvalidArgumentException if the caller has no session
   */
  public void bind(Caller caller, SparkSession session) {
    SessionId id =
        caller
            .session()
            .orElseThrow(
                () ->
                    new InvalidArgumentException(
                        caller.user() + " cannot have a SparkSession of its own",
                        "the caller is in no session",
                        "Use Caller.inSession"));
    add(caller, session);
    sessions.put(id, session);
  }

  /**
   * Makes this a further SparkSession of that caller: names in its SQL are resolved with the
   * caller's rights.
   */
  public void add(Caller caller, SparkSession session) {
    callers.put(session, caller);
    caller.session().ifPresent(id -> session.conf().set(SETTING, id.text()));
  }

  /** Forgets a SparkSession that is over; does nothing if its program has another one by now. */
  public void unbind(Caller caller, SparkSession session) {
    caller.session().ifPresent(id -> sessions.remove(id, session));
  }

  /**
   * The SparkSession of the caller's session, or the host's if it never had one.
   *
   * @throws UnavailableException if the one that it had is over; the caller's work that still runs
   *     must not go on with the host's rights
   */
  public SparkSession of(Caller caller) {
    return caller.session().flatMap(this::bound).orElse(host);
  }

  private Optional<SparkSession> bound(SessionId id) {
    SparkSession session = sessions.get(id);
    if (session == null && hadOne(id)) {
      throw new UnavailableException(
          "The table cannot be read for this session",
          "its SparkSession was stopped",
          "Call SparkSession.builder.getOrCreate() and read it again");
    }
    return Optional.ofNullable(session);
  }

  /** Tells so for as long as anyone can use a SparkSession of that program. */
  private boolean hadOne(SessionId id) {
    synchronized (callers) {
      return callers.values().stream()
          .anyMatch(caller -> caller.session().filter(id::equals).isPresent());
    }
  }

  /**
   * The caller to whom a SparkSession belongs, or the one of which it was cloned, as each stream
   * does for its batches; empty if it is not known here.
   */
  public Optional<Caller> callerOf(SparkSession session) {
    return Optional.ofNullable(callers.get(session)).or(() -> callerOfOriginal(session));
  }

  private Optional<Caller> callerOfOriginal(SparkSession clone) {
    Option<String> id = clone.conf().getOption(SETTING);
    return id.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(sessions.get(new SessionId(id.get()))).map(callers::get);
  }
}
