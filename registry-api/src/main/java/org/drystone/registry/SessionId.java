package org.drystone.registry;

/** Names one client program for as long as it is connected. */
public record SessionId(String text) {

  /**
   * Checks that the text is not blank.
   *
   * @throws InvalidArgumentException if it is
   */
  public SessionId {
    if (text.isBlank()) {
      throw new InvalidArgumentException(
          "The session id is blank", "sessions are told apart by it", "Use a random id");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
