package org.drystone.registry;

import java.time.Instant;
import java.util.List;

/**
 * One or more changes that became visible together, as one revision.
 *
 * @param position where it stands; watching after it gives what follows
 * @param author who made the changes
 * @param time when, by the hub's clock
 * @param changes what a caller may see of it; never empty, unmodifiable
 */
public record Commit(Position position, Principal author, Instant time, List<Change> changes) {

  /** Copies the list. */
  public Commit {
    changes = List.copyOf(changes);
  }
}
