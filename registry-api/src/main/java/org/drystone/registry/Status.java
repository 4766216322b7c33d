package org.drystone.registry;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * What may change about a version, as of one revision; the label has what never does.
 *
 * @param version the version
 * @param position the revision that this was read at
 * @param deprecation the word against it, or against the whole name, if there is one
 * @param aliases the aliases that point to it; unmodifiable
 * @param lifetime the session that it will go with, if it was published so and nobody keeps it
 * @param lastReads who read its value last, the latest first, at most eight users, since the hub
 *     was opened; empty for callers who do not own the name. Unmodifiable
 */
public record Status(
    VersionId version,
    Position position,
    Optional<Deprecation> deprecation,
    NavigableSet<Alias> aliases,
    Optional<Lifetime> lifetime,
    List<LastRead> lastReads) {

  /** Copies the list. */
  public Status {
    lastReads = List.copyOf(lastReads);
  }
}
