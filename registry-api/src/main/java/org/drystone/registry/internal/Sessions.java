package org.drystone.registry.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Caller;
import org.drystone.registry.SessionId;
import org.jspecify.annotations.Nullable;

/** The client programs that the host knows. */
final class Sessions {

  private final Map<SessionId, SessionLife> living = new ConcurrentHashMap<>();

  /** The life of the caller's session, begun now if it is new; null for a caller without one. */
  @Nullable SessionLife of(Caller caller) {
    return caller.session().map(id -> living.computeIfAbsent(id, SessionLife::new)).orElse(null);
  }

  /** Ends a session and returns what ended, or null if it is not known. */
  @Nullable SessionLife end(SessionId id) {
    SessionLife life = living.remove(id);
    if (life != null) {
      life.end();
    }
    return life;
  }

  boolean lives(SessionId id) {
    return living.containsKey(id);
  }

  int count() {
    return living.size();
  }
}
