package org.drystone.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What made a version, as its publisher says: to find the code again.
 *
 * @param kind what it is
 * @param name the program's name, or the notebook's path
 * @param commit the git commit that it was at, if known: 7 to 64 lower-case hexadecimal digits
 */
public record Origin(Kind kind, String name, Optional<String> commit) {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

  /** The kinds of origin. */
  public enum Kind {
    PROGRAM,
    NOTEBOOK
  }

  /**
   * Checks the texts.
   *
   * @throws InvalidArgumentException if the name is blank or longer than 1000 characters, or the
   *     commit no hash
   */
  public Origin {
    LabelText.ORIGIN.checked(name);
    commit.ifPresent(Origin::requireHash);
  }

  /** An origin whose commit is not known; as the constructor. */
  public static Origin of(Kind kind, String name) {
    return new Origin(kind, name, Optional.empty());
  }

  /** The same at that git commit; upper-case digits become lower-case ones. As the constructor. */
  public Origin atCommit(String hash) {
    return new Origin(kind, name, Optional.of(hash.toLowerCase(Locale.ROOT)));
  }

  private static void requireHash(String commit) {
    if (!COMMIT.matcher(commit).matches()) {
      throw new InvalidArgumentException(
          "\"" + NamePart.shown(commit) + "\" is no git commit",
          "a commit is 7 to 64 hexadecimal digits",
          "Use what git rev-parse HEAD prints");
    }
  }

  /** For people: {@code notebook flights.ipynb at 3f2a91c}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT)
        + " "
        + name
        + commit.map(hash -> " at " + hash).orElse("");
  }
}
