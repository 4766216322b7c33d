package org.drystone.registry.internal.entries;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;

/**
 * One namespace: its names, and what was granted on it as of each revision. Written by the
 * committing thread only.
 */
public final class Space {

  private final Namespace namespace;
  private final NavigableSet<Name> names = new ConcurrentSkipListSet<>();
  private final Cell<Grants> grants = new Cell<>();

  Space(Namespace namespace) {
    this.namespace = namespace;
  }

  public Namespace namespace() {
    return namespace;
  }

  /** Its names in order; some may not be visible yet. */
  NavigableSet<Name> names() {
    return Collections.unmodifiableNavigableSet(names);
  }

  /**
   * What was granted on the namespace.
   *
   * @throws org.drystone.registry.internal.revisions.Behind if that is no longer known
   */
  public Grants grants(long revision) {
    Grants then = grants.asOf(revision);
    return then == null ? Grants.NONE : then;
  }

  /** Called by the committing thread. */
  void add(Name name) {
    names.add(name);
  }

  /** Called by the committing thread. */
  void remove(Name name) {
    names.remove(name);
  }

  /** Called by the committing thread: from that revision on, exactly this is granted. */
  void grant(Grants exactly, long revision, History history) {
    grants.set(revision, exactly, history);
  }
}
