package org.drystone.registry.internal.entries;

import org.drystone.registry.Principal;

/**
 * That a user reads, in some tick; one object for all that is read through one view in that tick.
 *
 * @param user who
 * @param tick as {@link org.drystone.registry.internal.time.Ticks} counts
 */
public record Reading(Principal user, long tick) {

  boolean isLike(Reading other) {
    return tick == other.tick && user.equals(other.user);
  }
}
