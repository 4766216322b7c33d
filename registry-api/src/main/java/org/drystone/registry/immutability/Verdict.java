package org.drystone.registry.immutability;

import java.util.Optional;

/**
 * What the checker found of one object.
 *
 * @param kind the finding
 * @param evidence the weakest evidence that it rests on; empty unless {@link Kind#IMMUTABLE}
 * @param path where from the root the deciding object lies: {@code Report.rows[3].when}
 * @param reason what is there, as the rest of a sentence: {@code is a java.util.Date, which is
 *     mutable}
 * @param fix what to do about it; empty if nothing need be done
 */
public record Verdict(
    Kind kind, Optional<Evidence> evidence, String path, String reason, String fix) {

  /** The findings. */
  public enum Kind {
    /** The object and everything reachable from it cannot change. */
    IMMUTABLE,
    /** A handle of an engine, for which an adapter vouches. */
    HANDLE,
    /** It can change. */
    MUTABLE,
    /** Neither could be shown; treated as mutable. */
    UNDECIDED
  }

  /** The finding for an object that cannot change. */
  public static Verdict immutable(Evidence evidence, String path, String reason) {
    return new Verdict(Kind.IMMUTABLE, evidence.given(), path, reason, "");
  }

  /** A finding other than immutable. */
  public static Verdict of(Kind kind, String path, String reason, String fix) {
    return new Verdict(kind, Optional.empty(), path, reason, fix);
  }

  /** One line for people: kind, path, reason and fix. */
  @Override
  public String toString() {
    return kind
        + evidence.map(e -> " (" + e + ")").orElse("")
        + ": "
        + path
        + " "
        + reason
        + (fix.isEmpty() ? "" : ". " + fix);
  }
}
