package org.drystone.registry.internal.entries;

import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Retention;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.revisions.Cells;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** By which rules versions are kept, as of each revision. */
public final class Rules {

  /** A name has one rule. */
  private enum Mark {
    RULE
  }

  private final Entries entries;
  private final LifeMarks<Mark, Rule> names;
  private final Cells<Namespace, Rule> namespaces;

  /** Whether there ever was one: as long as there was none, commits need not look. */
  private volatile boolean any;

  /**
   * A rule.
   *
   * @param scope for what
   * @param retention what it keeps
   * @param author who set it
   */
  public record Rule(Scope scope, Retention retention, Principal author) {}

  public Rules(Entries entries, History history) {
    this.entries = entries;
    this.names = new LifeMarks<>(history);
    this.namespaces = new Cells<>(history);
  }

  public boolean any() {
    return any;
  }

  /** The rule of exactly that scope; null if there is none. */
  public @Nullable Rule on(Scope scope, long revision) {
    if (scope instanceof Name name) {
      EntryState state = entries.find(name, revision);
      return state == null ? null : names.get(name, state, Mark.RULE, revision);
    }
    return namespaces.asOf(scope.namespace(), revision);
  }

  /** The rule that a name is under; null if there is none. */
  public @Nullable Rule of(Name name, long revision) {
    Rule own = on(name, revision);
    return own == null ? on(name.namespace(), revision) : own;
  }

  /** Called by the committing thread, for a scope that exists; null takes the rule back. */
  public void set(Scope scope, @Nullable Rule rule, long revision) {
    if (scope instanceof Name name) {
      EntryState state = entries.find(name, revision);
      if (state != null) {
        names.set(name, state, Mark.RULE, rule, revision);
      }
    } else {
      namespaces.set(scope.namespace(), rule, revision);
    }
    any = true;
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name) {
    names.forget(name);
  }
}
