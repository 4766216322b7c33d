package org.drystone.registry.internal.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Principal;
import org.drystone.registry.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the log no longer keeps, as far as it takes to say whether a watch has missed anything of
 * it: the last revision of each kind of change of each name. Written by the committing thread only.
 *
 * <p>It grows with the names that there ever were, as their last numbers do, and not with the
 * commits. A bound would have to answer some watches that they may have missed something, because
 * of names that they do not watch or may not see: that must not be.
 */
public final class Dropped {

  private final Map<Trace, Long> lastOf = new ConcurrentHashMap<>();

  /**
   * What is left of changes.
   *
   * @param principal whose right it was, of a change of rights or a request for one
   */
  public record Trace(Scope scope, Class<? extends Change> kind, @Nullable Principal principal) {

    private static Trace of(Change change) {
      return new Trace(change.scope(), change.getClass(), concerned(change));
    }

    private static @Nullable Principal concerned(Change change) {
      if (change instanceof Change.RightChanged right) {
        return right.principal();
      }
      if (change instanceof Change.AccessAsked asked) {
        return asked.principal();
      }
      return change instanceof Change.AccessDeclined declined ? declined.principal() : null;
    }
  }

  void add(Commit commit) {
    for (Change change : commit.changes()) {
      lastOf.put(Trace.of(change), commit.position().revision());
    }
  }

  /** Whether something after that revision was dropped that concerns who asks. */
  boolean anyAfter(long revision, Predicate<Trace> concern) {
    for (Map.Entry<Trace, Long> last : lastOf.entrySet()) {
      if (last.getValue() > revision && concern.test(last.getKey())) {
        return true;
      }
    }
    return false;
  }
}
