package org.drystone.registry.spark.pyspark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.spark.sql.classic.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The SparkSessions of one client program: its own, made when it is first needed, and those that it
 * makes beside it. All share the one SparkContext; confs, temporary views, functions, files and the
 * current database are each session's own.
 */
final class ClientSparks {

  private static final String ISOLATION = "spark.sql.artifact.isolation.enabled";

  private final SparkSession host;
  private final Listener listener;

  private final List<SparkSession> open = new ArrayList<>();
  private final Set<SparkSession> ended = Collections.newSetFromMap(new WeakHashMap<>());
  private final Map<Thread, SparkSession> chosen = new WeakHashMap<>();
  private @Nullable SparkSession own;

  /** Told what becomes of the sessions. */
  interface Listener {

    /** This is the program's own session from now on; nobody has used it yet. */
    void opened(SparkSession own);

    /** This is a further session of the program; nobody has used it yet. */
    void added(SparkSession further);

    /** This one is used no more; frees what it holds. Never throws. */
    void ended(SparkSession session);
  }

  /**
   * Makes nothing yet.
   *
   * @param host where the sessions come from
   */
  ClientSparks(SparkSession host, Listener listener) {
    this.host = host;
    this.listener = listener;
  }

  /** The program's own session. */
  synchronized SparkSession own() {
    if (own == null) {
      SparkSession fresh = open();
      listener.opened(fresh);
      own = fresh;
    }
    return own;
  }

  /** A further session of the program. */
  synchronized SparkSession another() {
    SparkSession further = open();
    listener.added(further);
    return further;
  }

  /** The session that is active for the calling thread. */
  synchronized SparkSession active() {
    SparkSession choice = chosen.get(Thread.currentThread());
    return choice == null ? own() : choice;
  }

  /** Makes a session of this program the active one of the calling thread; ignores others. */
  synchronized void choose(SparkSession session) {
    if (open.contains(session)) {
      chosen.put(Thread.currentThread(), session);
    }
  }

  /** The own session is the active one of the calling thread again. */
  synchronized void forgetChoice() {
    chosen.remove(Thread.currentThread());
  }

  /** Whether that session was the program's, before it stopped its Spark. */
  synchronized boolean ended(SparkSession session) {
    return ended.contains(session);
  }

  /** Ends all sessions; the next command finds a fresh one. */
  void renew() {
    List<SparkSession> ending;
    synchronized (this) {
      ending = List.copyOf(open);
      open.clear();
      ended.addAll(ending);
      own = null;
      chosen.clear();
    }
    ending.forEach(listener::ended);
  }

  private SparkSession open() {
    SparkSession session = host.newSession();
    // Read once, when the session's artifacts are first touched: drivers that PySpark started say
    // false.
    session.conf().set(ISOLATION, "true");
    open.add(session);
    return session;
  }
}
