package org.drystone.registry.internal.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.entries.Entries;
import org.jspecify.annotations.Nullable;

/**
 * What the log no longer keeps, as far as it takes to say whether a watch has missed anything of
 * it: the last revision of each kind of change of each name. Written by the committing thread only.
 *
 * <p>When versions were published, the versions know. So the commonest of all commits leaves
 * nothing behind, and is not looked at closely again by those that push it out, long after it has
 * left the processor's caches.
 *
 * <p>It grows with the names that there ever were, as their last numbers do, and not with the
 * commits. A bound would have to answer some watches that they may have missed something, because
 * of names that they do not watch or may not see: that must not be.
 */
public final class Dropped {

  private final Map<Trace, Long> lastOf = new ConcurrentHashMap<>();
  private final Entries entries;

  Dropped(Entries entries) {
    this.entries = entries;
  }

  /**
   * What is left of changes.
   *
   * @param principal whose right it was, of a change of rights or a request for one
   */
  public record Trace(Scope scope, Class<? extends Change> kind, @Nullable Principal principal) {

    private static Trace ofPublished(Name name) {
      return new Trace(name, Change.Published.class, null);
    }

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
      if (!(change instanceof Change.Published)) {
        lastOf.put(Trace.of(change), commit.position().revision());
      }
    }
  }

  /** The last version of that name was published then, and the entries will not know any more. */
  void addPublished(Name name, long revision) {
    lastOf.put(Trace.ofPublished(name), revision);
  }

  /**
   * Whether something after that revision was dropped that concerns who asks.
   *
   * @param oldest the last revision that was dropped
   */
  boolean anyAfter(long revision, long oldest, Predicate<Trace> concern) {
    // Entries first: what they forget meanwhile is found below.
    if (entries.anyPublished(revision, oldest, name -> concern.test(Trace.ofPublished(name)))) {
      return true;
    }
    for (Map.Entry<Trace, Long> last : lastOf.entrySet()) {
      if (last.getValue() > revision && concern.test(last.getKey())) {
        return true;
      }
    }
    return false;
  }
}
