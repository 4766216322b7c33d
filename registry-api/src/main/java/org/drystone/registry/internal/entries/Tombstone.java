package org.drystone.registry.internal.entries;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Alias;
import org.drystone.registry.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A removal: of some versions of a name, perhaps the last ones.
 *
 * @param author who removed
 * @param revision the revision since which they are gone
 * @param time when
 * @param reason what the author said about it
 * @param until when the trash is emptied of it; empty if the data was freed at once
 * @param aliases those that went with the last version; empty if the name lived on
 * @param grants those that went with the last version; empty if the name lived on
 */
public record Tombstone(
    Principal author,
    long revision,
    Instant time,
    Optional<String> reason,
    Optional<Instant> until,
    Map<Alias, AliasState> aliases,
    Grants grants) {

  /** Whether that is this removal. */
  public boolean is(@Nullable Tombstone other) {
    return other != null && other.revision == revision;
  }

  /** In words, for errors. */
  public String told() {
    return "was removed by "
        + author
        + " at "
        + time
        + " (revision "
        + revision
        + ")"
        + reason.map(because -> ": " + because).orElse("");
  }
}
