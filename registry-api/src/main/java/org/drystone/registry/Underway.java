package org.drystone.registry;

import java.time.Instant;

/**
 * What will be there soon: a name that is being computed, or a publication that is being frozen.
 *
 * @param name what will be published
 * @param publisher by whom
 * @param since when it was claimed or reserved
 * @param progress what was last told of it, for people; at most 1000 characters
 */
public record Underway(Name name, Principal publisher, Instant since, String progress) {

  private static final int LONGEST = 1000;

  /** Cuts what was told to its first 1000 characters. */
  public Underway {
    if (progress.codePointCount(0, progress.length()) > LONGEST) {
      progress = progress.substring(0, progress.offsetByCodePoints(0, LONGEST));
    }
  }
}
