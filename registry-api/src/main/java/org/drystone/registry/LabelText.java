package org.drystone.registry;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The rules for the texts of a label, which everybody's programs show: checked once, at first. */
enum LabelText {
  REQUEST("request id", 128),
  TAG("tag", 128),
  PROPERTY_NAME("name of a property", 128),
  PROPERTY("property", 10_000),
  OPTION_NAME("name of an option", 128),
  LINK_TITLE("title of a link", 128),
  ORIGIN("origin", 1000),
  REASON("reason", 1000),
  DESCRIPTION("description", 100_000);

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final String word;
  private final int most;

  LabelText(String word, int most) {
    this.word = word;
    this.most = most;
  }

  /**
   * Returns the text as it is.
   *
   * @throws InvalidArgumentException if it is blank, too long, not all characters, or has control
   *     characters other than those that end lines and indent them
   */
  String checked(String text) {
    if (text.isBlank() && this != PROPERTY) {
      throw refused(text, "it is blank");
    }
    if (text.codePointCount(0, text.length()) > most) {
      throw refused(text, "it has more than " + most + " characters");
    }
    if (text.codePoints().anyMatch(LabelText::isSurrogate)) {
      throw refused(text, "it contains half a character (a lone surrogate)");
    }
    if (text.codePoints().anyMatch(this::isForbiddenControl)) {
      throw refused(text, "it contains a control character");
    }
    return text;
  }

  /**
   * Returns the address as it is. Notebooks make it a link that one can click, so only what leads
   * to a page is taken.
   *
   * @throws InvalidArgumentException if it is no absolute http or https address
   */
  static URI checkedLink(URI address) {
    String scheme = address.getScheme();
    if (scheme == null
        || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        || address.getHost() == null) {
      throw new InvalidArgumentException(
          "\"" + NamePart.shown(address.toString()) + "\" cannot be a link",
          "it is no absolute http or https address",
          "Link to a page, or record other addresses as properties");
    }
    return address;
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private boolean isForbiddenControl(int codePoint) {
    boolean layout = codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    boolean oneLine =
        this == TAG
            || this == PROPERTY_NAME
            || this == OPTION_NAME
            || this == LINK_TITLE
            || this == ORIGIN;
    return Character.isISOControl(codePoint) && (oneLine || !layout);
  }

  private InvalidArgumentException refused(String text, String reason) {
    return new InvalidArgumentException(
        "\"" + NamePart.shown(text) + "\" cannot be a " + word,
        reason,
        "Use a text of at most " + most + " visible characters");
  }
}
