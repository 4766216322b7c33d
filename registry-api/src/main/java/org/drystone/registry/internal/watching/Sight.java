package org.drystone.registry.internal.watching;

import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.log.Dropped;
import org.drystone.registry.internal.reading.AdviceView;
import org.drystone.registry.internal.reading.Lives;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/**
 * What one reader may see of a commit: what it could see just before or just after it, and can
 * still see now. Gaining or losing sight of names is a change of its own.
 */
final class Sight {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final AdviceView advice;
  private final Lives lives;

  Sight(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.advice = new AdviceView(core, reader, resolver);
    this.lives = new Lives(core, reader);
  }

  /** The visible changes of a commit that was itself visible at or before {@code now}. */
  List<Change> of(Commit commit, long now) {
    long revision = commit.position().revision();
    List<Change> visible = new ArrayList<>();
    for (Change change : commit.changes()) {
      if (change instanceof Change.RightChanged right) {
        addRightChanged(right, revision, now, visible);
      } else if (change instanceof Change.AccessAsked asked) {
        addAnswerable(asked, asked.principal(), revision, now, visible);
      } else if (change instanceof Change.AccessDeclined declined) {
        addAnswerable(declined, declined.principal(), revision, now, visible);
      } else if (change instanceof Change.RetentionChanged) {
        if (isOwners(change.scope(), revision, now)) {
          visible.add(change);
        }
      } else if (change.scope() instanceof Name name && sees(name, revision, now)) {
        visible.add(shown(change, now));
      }
    }
    return visible;
  }

  /** Whether the reader might have been told of what is no longer kept. */
  boolean couldSee(Dropped.Trace trace) {
    Scope scope = trace.scope();
    Principal whose = trace.principal();
    if (whose == null) {
      Right needed = trace.kind() == Change.RetentionChanged.class ? Right.OWN : Right.READ;
      return core.present(now -> lives.allow(scope, needed, now, now));
    }
    return reader.principals().contains(whose)
        || core.present(now -> lives.allow(scope, Right.OWN, now, now));
  }

  private Change shown(Change change, long now) {
    if (change instanceof Change.Published published) {
      return new Change.Published(resolver.shown(published.label(), now));
    }
    if (change instanceof Change.DeprecationChanged word) {
      return new Change.DeprecationChanged(
          word.what(), word.deprecation().map(said -> advice.shown(said, now)));
    }
    return change;
  }

  private boolean sees(Name name, long revision, long now) {
    boolean around =
        core.canRead(reader, name, revision - 1) || core.canRead(reader, name, revision);
    return around && lives.allow(name, Right.READ, revision, now);
  }

  /** A request is between owners and asker, who is told no more than it said. */
  private void addAnswerable(
      Change change, Principal asker, long revision, long now, List<Change> visible) {
    Scope scope = change.scope();
    if (asker.equals(reader.caller().user()) || isOwners(scope, revision, now)) {
      visible.add(change);
    }
  }

  /** Whether what happened to the scope is the reader's business as an owner. */
  private boolean isOwners(Scope scope, long revision, long now) {
    return (owns(scope, revision - 1) || owns(scope, revision))
        && lives.allow(scope, Right.OWN, revision, now);
  }

  /** Rights are the business of owners, and of those who gain or lose sight. */
  private void addRightChanged(
      Change.RightChanged change, long revision, long now, List<Change> visible) {
    boolean concerned = reader.principals().contains(change.principal());
    if (isOwners(change.scope(), revision, now)
        || (concerned && lives.allow(change.scope(), Right.READ, revision, now))) {
      visible.add(change);
    }
    for (Name name : core.entries.in(change.scope())) {
      addSight(name, revision, now, visible);
    }
  }

  private void addSight(Name name, long revision, long now, List<Change> visible) {
    if (!livesAround(name, revision)) {
      return; // its publication, removal or restoration tells it
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

  private boolean livesAround(Name name, long revision) {
    return core.entries.find(name, revision - 1) != null
        && core.entries.find(name, revision) != null;
  }

  private boolean owns(Scope scope, long revision) {
    return core.rights.allows(reader, scope, Right.OWN, revision);
  }
}
