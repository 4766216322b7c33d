package org.drystone.registry.internal;

import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;

/**
 * What one reader may see of a commit: what it could see just before or just after it, and can
 * still see now. Gaining or losing sight of names is a change of its own.
 */
final class Sight {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Advice advice;

  Sight(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.advice = new Advice(core, reader, resolver);
  }

  /** The visible changes of a commit that was itself visible at or before {@code now}. */
  List<Change> of(Commit commit, long now) {
    long revision = commit.position().revision();
    List<Change> visible = new ArrayList<>();
    for (Change change : commit.changes()) {
      if (change instanceof Change.Published published) {
        addPublished(published, revision, now, visible);
      } else if (change instanceof Change.RightChanged right) {
        addRightChanged(right, revision, now, visible);
      } else if (change instanceof Change.DeprecationChanged word) {
        addDeprecation(word, revision, now, visible);
      }
    }
    return visible;
  }

  /** Whether the reader might have been told of what is no longer kept. */
  boolean couldSee(Dropped.Trace trace) {
    Scope scope = trace.scope();
    Principal whose = trace.principal();
    if (whose == null) {
      return core.present(now -> reads(scope, now));
    }
    return reader.principals().contains(whose) || core.present(now -> owns(scope, now));
  }

  private void addPublished(
      Change.Published published, long revision, long now, List<Change> visible) {
    Name name = published.scope();
    if (canReadAround(name, revision) && core.canRead(reader, name, now)) {
      visible.add(new Change.Published(resolver.shown(published.label(), now)));
    }
  }

  private void addDeprecation(
      Change.DeprecationChanged change, long revision, long now, List<Change> visible) {
    if (canReadAround(change.scope(), revision) && core.canRead(reader, change.scope(), now)) {
      visible.add(
          new Change.DeprecationChanged(
              change.what(), change.deprecation().map(word -> advice.shown(word, now))));
    }
  }

  /** Rights are the business of owners, and of those who gain or lose sight. */
  private void addRightChanged(
      Change.RightChanged change, long revision, long now, List<Change> visible) {
    boolean owner = owns(change.scope(), revision - 1) || owns(change.scope(), revision);
    boolean concerned = reader.principals().contains(change.principal());
    if ((owner && owns(change.scope(), now)) || (concerned && reads(change.scope(), now))) {
      visible.add(change);
    }
    for (Name name : names(change.scope())) {
      addSight(name, revision, now, visible);
    }
  }

  private void addSight(Name name, long revision, long now, List<Change> visible) {
    if (core.entries.find(name, revision) == null) {
      return;
    }
    boolean before = core.canRead(reader, name, revision - 1);
    boolean after = core.canRead(reader, name, revision);
    boolean still = core.canRead(reader, name, now);
    if (!before && after && still) {
      visible.add(new Change.Revealed(name));
    } else if (before && !after && !still) {
      visible.add(new Change.Hidden(name));
    }
  }

  private Iterable<Name> names(Scope scope) {
    return scope instanceof Name name ? List.of(name) : core.entries.in(scope.namespace());
  }

  private boolean canReadAround(Name name, long revision) {
    return core.canRead(reader, name, revision - 1) || core.canRead(reader, name, revision);
  }

  private boolean owns(Scope scope, long revision) {
    return core.rights.allows(reader, scope, Right.OWN, revision);
  }

  private boolean reads(Scope scope, long revision) {
    return core.rights.allows(reader, scope, Right.READ, revision);
  }
}
