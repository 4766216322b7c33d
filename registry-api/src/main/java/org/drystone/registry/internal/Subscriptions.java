package org.drystone.registry.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Commit;

/** All listeners that are told of changes. Their executors are never called under a lock. */
final class Subscriptions {

  private final Set<Subscriber> open = ConcurrentHashMap.newKeySet();

  void add(Subscriber subscription) {
    open.add(subscription);
    subscription.signal();
  }

  void remove(Subscriber subscription) {
    open.remove(subscription);
  }

  void committed(Commit commit) {
    for (Subscriber subscription : open) {
      subscription.committed(commit);
    }
  }

  /** The hub was closed: each finds that out by itself. */
  void closed() {
    open.forEach(Subscriber::signal);
  }
}
