package org.drystone.registry.internal;

import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Position;

/** Positions that come from outside. */
final class Positions {

  private Positions() {}

  /**
   * The revision of a position after which everything is kept.
   *
   * @throws InvalidArgumentException if it is of another registry, or in the future
   * @throws org.drystone.registry.CompactedException if what came after it is no longer kept
   */
  static long keptRevision(Core core, Position position) {
    long revision = revision(core, position);
    core.log.requireKept(revision);
    return revision;
  }

  /**
   * The revision of a position.
   *
   * @throws InvalidArgumentException if it is of another registry, or in the future
   */
  static long revision(Core core, Position position) {
    long now = core.revision();
    if (!position.registryId().equals(core.id)) {
      throw refused(position, "it is of another registry; this one is " + core.id);
    }
    if (position.revision() > now) {
      throw refused(position, "the registry is only at revision " + now);
    }
    return position.revision();
  }

  private static InvalidArgumentException refused(Position position, String reason) {
    return new InvalidArgumentException(
        "The position " + position + " cannot be used here",
        reason,
        "List what is there now and go on from the position of that list");
  }
}
