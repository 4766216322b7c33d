package org.drystone.registry;

/**
 * A place in the history of one registry: everything up to and including a revision. Can be kept as
 * text and used after a reconnect.
 *
 * @param registryId the registry; a position of another one is refused
 * @param revision the revision, 0 for before everything
 */
public record Position(String registryId, long revision) {

  /**
   * Checks the range.
   *
   * @throws InvalidArgumentException if the revision is negative
   */
  public Position {
    if (revision < 0) {
      throw invalid(registryId + "#" + revision);
    }
  }

  /**
   * Parses the text of a position.
   *
   * @throws InvalidArgumentException if the text is none
   */
  public static Position parse(String text) {
    int hash = text.lastIndexOf('#');
    if (hash < 1 || !text.substring(hash + 1).matches("[0-9]{1,18}")) {
      throw invalid(text);
    }
    return new Position(text.substring(0, hash), Long.parseLong(text.substring(hash + 1)));
  }

  private static InvalidArgumentException invalid(String text) {
    return new InvalidArgumentException(
        "\"" + NamePart.shown(text) + "\" is no position",
        "a position is a registry's id, # and a revision",
        "Keep the text that a listing, a commit or a watch gave");
  }

  /** {@code <registry id>#<revision>}. */
  @Override
  public String toString() {
    return registryId + "#" + revision;
  }
}
