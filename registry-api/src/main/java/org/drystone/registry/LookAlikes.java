package org.drystone.registry;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Characters by which two names could differ without looking different. */
final class LookAlikes {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  /**
   * What is drawn as nothing, or as a space, although Unicode calls it a letter, a mark or a
   * symbol: fillers, variation selectors, the grapheme joiner, inherent vowels. Pairs of first and
   * last.
   */
  private static final int[][] INVISIBLE = {
    {0x034F, 0x034F},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x2800, 0x2800},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFFA0, 0xFFA0},
    {0x16FE4, 0x16FE4},
    {0x1D159, 0x1D159},
    {0xE0000, 0xE0FFF}
  };

  /** The scripts whose letters take another form at a joiner; elsewhere it is not seen. */
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.TIBETAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  private LookAlikes() {}

  static boolean isInvisible(int codePoint) {
    for (int[] range : INVISIBLE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /** The two joiners are part of the spelling in several scripts, but only inside a word. */
  static boolean isJoinerInWord(int[] points, int at) {
    return (points[at] == ZERO_WIDTH_JOINER || points[at] == ZERO_WIDTH_NON_JOINER)
        && at > 0
        && at < points.length - 1
        && isPartOfJoinedWord(points[at - 1])
        && isPartOfJoinedWord(points[at + 1]);
  }

  /** A letter, or a mark that belongs to the letter before it (a virama, say). */
  private static boolean isPartOfJoinedWord(int codePoint) {
    int type = Character.getType(codePoint);
    boolean part =
        Character.isLetter(codePoint)
            || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    return part && JOINING.contains(UnicodeScript.of(codePoint));
  }
}
