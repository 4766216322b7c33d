package org.drystone.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * The word of somebody who may publish a name that it, or one version of it, should no longer be
 * used. It stays readable.
 *
 * @param reason why
 * @param instead what to use; empty if nothing was named, or the reader may not see it
 * @param author who says so
 * @param since since when
 */
public record Deprecation(
    String reason, Optional<Ref<Object>> instead, Principal author, Instant since) {

  /**
   * Checks the reason.
   *
   * @throws InvalidArgumentException if it is blank or longer than 1000 characters
   */
  public Deprecation {
    LabelText.REASON.checked(reason);
  }

  /** For people: {@code deprecated by ada: wrong time zone; use ada/flights:v2}. */
  @Override
  public String toString() {
    return "deprecated by "
        + author
        + ": "
        + reason
        + instead.map(better -> "; use " + better).orElse("");
  }
}
