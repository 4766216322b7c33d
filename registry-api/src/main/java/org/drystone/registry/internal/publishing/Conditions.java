package org.drystone.registry.internal.publishing;

import org.drystone.registry.Condition;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.aliases.AliasMoves;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.reading.Lives;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.underway.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * May this reader publish that name, and does the condition hold? Asked at reserve and at commit.
 */
public final class Conditions {

  private static final long NO_LIFE = 0;

  private final Core core;
  private final Reader reader;
  private final Lives lives;
  private final AliasMoves aliasMoves;

  public Conditions(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.lives = new Lives(core, reader);
    this.aliasMoves = new AliasMoves(core, reader);
  }

  /**
   * Checks the right first: who may not write learns nothing of what is there.
   *
   * @return the present life of the name; 0 if there is none
   * @throws NotPermittedException if the reader may not publish that name
   * @throws ConflictException if the condition does not hold
   */
  long check(Name name, Condition condition, long revision) {
    EntryState state = core.entries.find(name, revision);
    requirePermission(name, state != null, revision);
    Label latest = state == null ? null : state.latest().label();
    if (!holds(condition, latest)) {
      throw conflict(name, expected(condition), revision);
    }
    return state == null ? NO_LIFE : state.incarnation();
  }

  /**
   * As {@link #check}, some time after a reservation was made.
   *
   * @throws ConflictException also if all that was there then was removed
   * @throws NotPermittedException also if the reader may not move an alias of the publication
   */
  void recheck(Reservation reservation, long revision) {
    Name name = reservation.name();
    long life = check(name, reservation.publication().condition(), revision);
    if (reservation.incarnation() != NO_LIFE && reservation.incarnation() != life) {
      throw conflict(name, "to follow versions that were removed meanwhile", revision);
    }
    aliasMoves.check(
        name, reservation.publication().aliases(), core.entries.find(name, revision), revision);
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
  public void requirePermission(Name name, long revision) {
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

  /** The conflict with that latest version. */
  public static ConflictException conflict(Name name, Condition condition, Label latest) {
    return conflict(name, expected(condition), present(latest));
  }

  private ConflictException conflict(Name name, String expected, long revision) {
    return conflict(name, expected, now(name, revision));
  }

  private static ConflictException conflict(Name name, String expected, String now) {
    return new ConflictException(
        name + " was not published",
        "it was " + expected + ", but " + now,
        "Read what is there, decide again, and publish replacing that version");
  }

  private static String expected(Condition condition) {
    return condition instanceof Condition.Replacing replacing
        ? "to replace " + replacing.expected()
        : "only if it was absent";
  }

  private String now(Name name, long revision) {
    EntryState state = core.entries.past(name, revision);
    if (state != null && state.lives()) {
      return present(state.latest().label());
    }
    Tombstone end = state == null ? null : state.end();
    return end != null && lives.allow(name, Right.READ, end.revision(), revision)
        ? "it " + end.told()
        : "there is no version of it now";
  }

  private static String present(Label latest) {
    return latest.id()
        + " is there now, by "
        + latest.publisher()
        + " since "
        + latest.publishedAt();
  }
}
