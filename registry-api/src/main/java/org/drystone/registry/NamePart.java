package org.drystone.registry;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** The rules for one part of a name, applied once, when a name is created. */
enum NamePart {
  NAMESPACE("namespace"),
  SIMPLE_NAME("name"),
  PRINCIPAL("principal");

  static final int MAX_CODE_POINTS = 128;

  /** A text this long cannot normalise to a valid part, so it is not normalised at all. */
  private static final int MAX_RAW_CHARS = MAX_CODE_POINTS * 8;

  private static final int SHOWN_CHARS = 40;

  private final String word;

  NamePart(String word) {
    this.word = word;
  }

  /**
   * Returns the text in NFC.
   *
   * @throws InvalidNameException if it breaks a rule; the message names the rule and the character
   */
  String normalise(String text) {
    if (text.isEmpty()) {
      throw invalid(text, "it is empty");
    }
    if (text.length() > MAX_RAW_CHARS) {
      throw tooLong(text, text.codePointCount(0, text.length()));
    }
    refuse(text, NamePart::isSurrogate, "a lone surrogate");
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    int codePoints = normal.codePointCount(0, normal.length());
    if (codePoints > MAX_CODE_POINTS) {
      throw tooLong(text, codePoints);
    }
    checkCharacters(normal);
    checkSpaces(normal);
    return normal;
  }

  private void checkCharacters(String text) {
    refuse(text, c -> c == '/' || c == ':' || c == '@', "a character that separates references");
    refuse(text, c -> Character.getType(c) == Character.CONTROL, "a control character");
    refuse(text, c -> Character.getType(c) == Character.UNASSIGNED, "an unassigned character");
    refuse(text, c -> Character.getType(c) == Character.PRIVATE_USE, "a private-use character");
    refuse(text, c -> c != ' ' && isSeparator(c), "a space other than U+0020");
    refuse(text, LookAlikes::isInvisible, "an invisible character");
    checkFormatCharacters(text);
  }

  private void checkFormatCharacters(String text) {
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (Character.getType(points[i]) == Character.FORMAT
          && !LookAlikes.isJoinerInWord(points, i)) {
        throw refused(text, points[i], "an invisible format character");
      }
    }
  }

  private void checkSpaces(String text) {
    if (text.startsWith(" ") || text.endsWith(" ")) {
      throw invalid(text, "it begins or ends with a space");
    }
    if (text.contains("  ")) {
      throw invalid(text, "it contains two spaces in a row");
    }
  }

  private void refuse(String text, IntPredicate bad, String what) {
    text.codePoints()
        .filter(bad)
        .findFirst()
        .ifPresent(
            c -> {
              throw refused(text, c, what);
            });
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static boolean isSeparator(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private InvalidNameException refused(String text, int codePoint, String what) {
    return invalid(text, "it contains " + what + String.format(" (U+%04X)", codePoint));
  }

  private InvalidNameException tooLong(String text, int codePoints) {
    return invalid(
        text,
        "it has " + codePoints + " characters, more than the " + MAX_CODE_POINTS + " allowed");
  }

  private InvalidNameException invalid(String text, String cause) {
    return new InvalidNameException(
        "The " + word + " \"" + shown(text) + "\" is not valid",
        cause,
        "Use letters, digits, punctuation and single inner spaces, 1 to "
            + MAX_CODE_POINTS
            + " characters a part, in the form namespace/name");
  }

  /** A readable form: cut to a line, with everything that could disturb a terminal escaped. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(SHOWN_CHARS).forEach(c -> appendShown(shown, c));
    return text.codePointCount(0, text.length()) > SHOWN_CHARS ? shown + "..." : shown.toString();
  }

  private static void appendShown(StringBuilder shown, int c) {
    boolean plain = Character.isLetterOrDigit(c) || (c >= ' ' && c < 0x7F);
    shown.append(plain ? Character.toString(c) : String.format("\\u{%X}", c));
  }
}
