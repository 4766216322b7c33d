package org.drystone.registry.internal.log;

import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Namespace;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** A bell for each scope that somebody waits for, so that nobody is woken for other names. */
final class Bells {

  private final Bell everything = new Bell();
  private final Map<Scope, Shared> narrow = new ConcurrentHashMap<>();

  /** The bell of a scope, and how many use it. */
  private record Shared(Bell bell, int users) {}

  /**
   * Waits for the next commit that may concern that scope.
   *
   * @param scope null for any commit
   * @param enough as {@link Bell#sleep}
   */
  void await(@Nullable Scope scope, Deadline deadline, BooleanSupplier enough)
      throws InterruptedException {
    if (scope == null) {
      everything.sleep(deadline, enough);
      return;
    }
    Bell bell = narrow.compute(scope, Bells::joined).bell();
    try {
      // Pairs with that in ring: the bell is seen there, or the commit here.
      VarHandle.fullFence();
      bell.sleep(deadline, enough);
    } finally {
      narrow.compute(scope, Bells::left);
    }
  }

  /** Wakes whom a commit may concern, once it is visible. */
  void ring(Commit commit) {
    VarHandle.fullFence();
    everything.ring();
    if (!narrow.isEmpty()) {
      commit.changes().forEach(this::ring);
    }
  }

  /** Wakes everybody. */
  void ringAll() {
    VarHandle.fullFence();
    everything.ring();
    narrow.values().forEach(shared -> shared.bell().ring());
  }

  /** What happens to a namespace may concern each name in it. */
  private void ring(Change change) {
    Scope scope = change.scope();
    if (scope instanceof Namespace) {
      narrow.forEach(
          (waited, shared) -> {
            if (waited.namespace().equals(scope)) {
              shared.bell().ring();
            }
          });
    } else {
      ring(scope);
      ring(scope.namespace());
    }
  }

  private void ring(Scope scope) {
    Shared shared = narrow.get(scope);
    if (shared != null) {
      shared.bell().ring();
    }
  }

  private static Shared joined(Scope scope, @Nullable Shared shared) {
    return shared == null
        ? new Shared(new Bell(), 1)
        : new Shared(shared.bell(), shared.users() + 1);
  }

  private static @Nullable Shared left(Scope scope, @Nullable Shared shared) {
    return shared == null || shared.users() == 1
        ? null
        : new Shared(shared.bell(), shared.users() - 1);
  }
}
