package org.drystone.registry.internal.sessions;

import org.drystone.registry.CancelledException;
import org.drystone.registry.SessionId;

/** One session, from its first view until the host says that it is over. */
public final class SessionLife {

  private final SessionId id;
  private volatile boolean over;

  SessionLife(SessionId id) {
    this.id = id;
  }

  public SessionId id() {
    return id;
  }

  boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }

  /**
   * Checks that what is begun now will be ended with the session.
   *
   * @throws CancelledException if the session is over already
   */
  public void requireAlive() {
    if (over) {
      throw new CancelledException(
          "The session " + id + " can begin nothing any more", "it is over", "Begin a new session");
    }
  }
}
