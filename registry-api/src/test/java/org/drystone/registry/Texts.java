package org.drystone.registry;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that people, programs and attackers might give as names. */
final class Texts {

  /** What is hard about texts: directions, joiners, fillers, marks, halves, separators, signs. */
  private static final Arbitrary<Integer> ODD =
      Arbitraries.of(
          0x00, 0x07, 0x09, 0x0A, 0x20, 0x2F, 0x3A, 0x40, 0x7F, 0x85, 0xA0, 0xAD, 0x0301, 0x0338,
          0x034F, 0x0378, 0x061C, 0x064B, 0x0915, 0x094D, 0x115F, 0x17B4, 0x180E, 0x1E9B, 0x200B,
          0x200C, 0x200D, 0x200E, 0x2028, 0x202A, 0x202E, 0x2060, 0x2066, 0x2126, 0x212B, 0x2800,
          0x3000, 0x3164, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFB1D, 0xFE0F, 0xFEFF, 0xFFA0,
          0xFFFF, 0x1D159, 0x1F4C8, 0xE0001, 0xE0100, 0x10FFFF);

  private static final Arbitrary<Integer> ANY = Arbitraries.integers().between(0, 0x10FFFF);

  private static final Arbitrary<Integer> PLAIN =
      Arbitraries.of(0x61, 0x62, 0x5A, 0x31, 0x2D, 0x2E, 0xE9, 0x3C9, 0x915, 0x646, 0xAC00, 0x98DB);

  /** Code points that are drawn as nothing: each is refused, or makes no difference. */
  private static final Arbitrary<Integer> INVISIBLE =
      Arbitraries.oneOf(
          Arbitraries.of(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164),
          Arbitraries.of(0xFEFF, 0xFFA0, 0x1D159, 0x16FE4),
          Arbitraries.integers().between(0x180B, 0x180F),
          Arbitraries.integers().between(0x200B, 0x200F),
          Arbitraries.integers().between(0x202A, 0x202E),
          Arbitraries.integers().between(0x2060, 0x206F),
          Arbitraries.integers().between(0xFE00, 0xFE0F),
          Arbitraries.integers().between(0xFFF0, 0xFFF8),
          Arbitraries.integers().between(0x1BCA0, 0x1BCA3),
          Arbitraries.integers().between(0x1D173, 0x1D17A),
          Arbitraries.integers().between(0xE0000, 0xE0FFF));

  private Texts() {}

  /** Any text at all, lone surrogates included; of every second one something could become. */
  static Arbitrary<String> any() {
    return Arbitraries.oneOf(
        text(Arbitraries.frequencyOf(Tuple.of(9, PLAIN), Tuple.of(1, ODD)), 0, 20),
        text(Arbitraries.oneOf(PLAIN, ODD, ANY), 0, 20),
        Arbitraries.strings().all().ofMaxLength(300));
  }

  /** Parts of a name that break no rule. */
  static Arbitrary<String> parts() {
    return text(PLAIN, 1, 20);
  }

  static Arbitrary<String> invisible() {
    return INVISIBLE.map(Character::toString);
  }

  /** As many code points as that, none of which combines with another. */
  static Arbitrary<String> ofLength(int codePoints) {
    return text(Arbitraries.of(0x61, 0x98DB, 0x1F4C8), codePoints, codePoints);
  }

  private static Arbitrary<String> text(Arbitrary<Integer> codePoints, int least, int most) {
    return codePoints.list().ofMinSize(least).ofMaxSize(most).map(Texts::join);
  }

  private static String join(Iterable<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
