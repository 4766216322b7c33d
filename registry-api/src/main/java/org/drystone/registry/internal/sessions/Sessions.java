package org.drystone.registry.internal.sessions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Caller;
import org.drystone.registry.SessionId;
import org.jspecify.annotations.Nullable;

/** The client programs that the host knows. */
public final class Sessions {

  private final Map<SessionId, SessionLife> living = new ConcurrentHashMap<>();

  /** The life of the caller's session, begun now if it is new; null for a caller without one. */
  public @Nullable SessionLife of(Caller caller) {
    return caller.session().map(id -> living.computeIfAbsent(id, SessionLife::new)).orElse(null);
  }

  /** Ends a session and returns what ended, or null if it is not known. */
  public @Nullable SessionLife end(SessionId id) {
    SessionLife life = living.remove(id);
    if (life != null) {
      life.end();
    }
    return life;
  }

  public boolean lives(SessionId id) {
    return living.containsKey(id);
  }

  public int count() {
    return living.size();
  }
}
