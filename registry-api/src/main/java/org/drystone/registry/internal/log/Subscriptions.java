package org.drystone.registry.internal.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Commit;

/** All listeners that are told of changes. Their executors are never called under a lock. */
public final class Subscriptions {

  private final Set<Subscriber> open = ConcurrentHashMap.newKeySet();

  public void add(Subscriber subscription) {
    open.add(subscription);
    subscription.signal();
  }

  public void remove(Subscriber subscription) {
    open.remove(subscription);
  }

  public void committed(Commit commit) {
    for (Subscriber subscription : open) {
      subscription.committed(commit);
    }
  }

  /** The hub was closed: each finds that out by itself. */
  public void closed() {
    open.forEach(Subscriber::signal);
  }
}
