package org.drystone.registry;

import java.time.Instant;

/**
 * Somebody asks for a right, and no owner has answered yet.
 *
 * @param scope on what; a name need not exist
 * @param principal who asks
 * @param right for which right
 * @param reason why, in the asker's words
 * @param since since when
 */
public record AccessRequest(
    Scope scope, Principal principal, Right right, String reason, Instant since) {

  /**
   * Checks the reason.
   *
   * @throws InvalidArgumentException if it is blank or longer than 1000 characters
   */
  public AccessRequest {
    LabelText.REASON.checked(reason);
  }
}
