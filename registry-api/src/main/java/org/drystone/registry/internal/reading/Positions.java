package org.drystone.registry.internal.reading;

import java.time.Instant;
import org.drystone.registry.Commit;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Position;
import org.drystone.registry.internal.core.Core;

/** Positions that come from outside. */
public final class Positions {

  private Positions() {}

  /**
   * The revision of a position after which everything is kept.
   *
   * @throws InvalidArgumentException if it is of another registry, or in the future
   * @throws org.drystone.registry.CompactedException if what came after it is no longer kept
   */
  public static long keptRevision(Core core, Position position) {
    long revision = revision(core, position);
    core.log.requireKept(revision);
    return revision;
  }

  /**
   * The revision of a position.
   *
   * @throws InvalidArgumentException if it is of another registry, or in the future
   */
  public static long revision(Core core, Position position) {
    long now = core.revision();
    if (!position.registryId().equals(core.id)) {
      throw refused(position, "it is of another registry; this one is " + core.id);
    }
    if (position.revision() > now) {
      throw refused(position, "the registry is only at revision " + now);
    }
    return position.revision();
  }

  /**
   * The revision of the last commit at or before that time.
   *
   * @throws InvalidArgumentException if the time is in the future
   * @throws org.drystone.registry.CompactedException if it is no longer kept
   */
  public static long revisionAt(Core core, Instant time) {
    if (time.isAfter(core.clock.instant())) {
      throw new InvalidArgumentException(
          "There is nothing to be seen at " + time, "that is in the future", "Use a time that was");
    }
    long oldest = core.log.oldest();
    long low = oldest;
    long high = core.revision();
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (isAfter(core, middle, time)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    // The commit of the oldest revision is no longer kept, and with it the time from which it was.
    core.log.requireKept(low == oldest && low > 0 ? low - 1 : low);
    return low;
  }

  private static boolean isAfter(Core core, long revision, Instant time) {
    Commit commit = core.log.find(revision);
    return commit != null && commit.time().isAfter(time);
  }

  private static InvalidArgumentException refused(Position position, String reason) {
    return new InvalidArgumentException(
        "The position " + position + " cannot be used here",
        reason,
        "List what is there now and go on from the position of that list");
  }
}
