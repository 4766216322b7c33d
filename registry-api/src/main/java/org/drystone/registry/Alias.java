package org.drystone.registry;

import java.util.regex.Pattern;

/** A movable pointer to a version of one name, such as {@code prod}. */
public record Alias(String text) implements Comparable<Alias> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{0,62}");
  private static final Pattern RESERVED = Pattern.compile("latest|v[0-9]+");

  /**
   * Checks the form: {@code [a-z][a-z0-9._-]{0,62}}, but neither {@code latest} nor {@code
   * v<number>}.
   *
   * @throws InvalidNameException if the text has another form
   */
  public Alias {
    if (!FORM.matcher(text).matches() || RESERVED.matcher(text).matches()) {
      throw new InvalidNameException(
          "\"" + NamePart.shown(text) + "\" is no alias",
          "an alias is a lower-case word, and latest and v<number> are reserved",
          "Use a form like prod, best-model or 2024.q1 with a leading letter");
    }
  }

  /** Returns the alias of that text; as the constructor. */
  public static Alias of(String text) {
    return new Alias(text);
  }

  @Override
  public int compareTo(Alias other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
