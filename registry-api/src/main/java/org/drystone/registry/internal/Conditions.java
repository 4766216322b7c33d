package org.drystone.registry.internal;

import org.drystone.registry.Condition;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.jspecify.annotations.Nullable;

/**
 * May this reader publish that name, and does the condition hold? Asked at reserve and at commit.
 */
final class Conditions {

  private final Core core;
  private final Reader reader;

  Conditions(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  /**
   * Checks the right first: who may not write learns nothing of what is there.
   *
   * @throws NotPermittedException if the reader may not publish that name
   * @throws ConflictException if the condition does not hold
   */
  void check(Name name, Condition condition, long revision) {
    EntryState state = core.entries.find(name, revision);
    requirePermission(name, state != null, revision);
    Label latest = state == null ? null : state.latest().label();
    if (!holds(condition, latest)) {
      throw conflict(name, condition, latest);
    }
  }

  static boolean holds(Condition condition, @Nullable Label latest) {
    if (condition instanceof Condition.Replacing replacing) {
      return latest != null && latest.id().equals(replacing.expected());
    }
    return condition instanceof Condition.None || latest == null;
  }

  /**
   * Checks the right alone.
   *
   * @throws NotPermittedException if the reader may not publish that name
   */
  void requirePermission(Name name, long revision) {
    requirePermission(name, core.entries.find(name, revision) != null, revision);
  }

  private void requirePermission(Name name, boolean exists, long revision) {
    boolean createsInShared = !exists && name.namespace().equals(Namespace.SHARED);
    Scope scope = exists ? name : name.namespace();
    if (!createsInShared && !core.rights.allows(reader, scope, Right.WRITE, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not publish " + name,
          "that needs WRITE on the name or on the namespace " + name.namespace(),
          "Publish under a name of your own, or ask an owner for the right");
    }
  }

  static ConflictException conflict(Name name, Condition condition, @Nullable Label latest) {
    String now =
        latest == null
            ? "there is no version of it now"
            : latest.id()
                + " is there now, by "
                + latest.publisher()
                + " since "
                + latest.publishedAt();
    String expected =
        condition instanceof Condition.Replacing replacing
            ? "to replace " + replacing.expected()
            : "only if it was absent";
    return new ConflictException(
        name + " was not published",
        "it was " + expected + ", but " + now,
        "Read what is there, decide again, and publish replacing that version");
  }
}
