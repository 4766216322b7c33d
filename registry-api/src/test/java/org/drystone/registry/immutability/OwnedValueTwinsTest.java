package org.drystone.registry.immutability;

import com.google.errorprone.annotations.Immutable;
import java.util.BitSet;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Dates, bit sets and builders of text that one object keeps to itself, or does not. */
class OwnedValueTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    Date now = new Date(0);
    return Stream.of(
            Twins.differ("a date copied in", new CopiedIn(now), new TakenIn(now)),
            Twins.differ("a date copied out", new CopiedIn(now), new GivenOut(now)),
            Twins.differ("a date that is set", new CopiedIn(now), new SetLater(now)),
            Twins.differ("a clone by others", new CopiedIn(now), new ClonedByOthers(now)),
            Twins.differ("an open date", new CopiedIn(now), new OpenDate(now)),
            Twins.differ("bits", new Bits(3), new ChangingBits(3)),
            Twins.differ("text", new Text("a"), new GrowingText("a")),
            Twins.differ("text shown while it is built", new Text("a"), new ShownText("a")),
            Twins.differ("declared", new DeclaredCopy(now), new DeclaredShare(now)))
        .flatMap(tests -> tests);
  }

  static final class CopiedIn {
    private final Date date;

    CopiedIn(Date date) {
      this.date = new Date(date.getTime());
    }

    Date date() {
      return (Date) date.clone();
    }

    boolean isBefore(CopiedIn other) {
      return date.before(other.date);
    }
  }

  static final class TakenIn {
    private final Date date;

    TakenIn(Date date) {
      this.date = date;
    }
  }

  static final class GivenOut {
    private final Date date;

    GivenOut(Date date) {
      this.date = new Date(date.getTime());
    }

    Date date() {
      return date;
    }
  }

  static final class SetLater {
    private final Date date;

    SetLater(Date date) {
      this.date = new Date(date.getTime());
    }

    void moveTo(long time) {
      date.setTime(time);
    }
  }

  static final class ClonedByOthers {
    private final Date date;

    ClonedByOthers(Date date) {
      this.date = (Date) date.clone();
    }
  }

  static final class OpenDate {
    final Date date;

    OpenDate(Date date) {
      this.date = new Date(date.getTime());
    }
  }

  static final class Bits {
    private final BitSet bits = new BitSet();

    Bits(int bit) {
      bits.set(bit);
    }

    boolean has(int bit) {
      return bits.get(bit);
    }
  }

  static final class ChangingBits {
    private final BitSet bits = new BitSet();

    ChangingBits(int bit) {
      bits.set(bit);
    }

    boolean has(int bit) {
      bits.set(bit);
      return bits.get(bit);
    }
  }

  static final class Text {
    private final StringBuilder text = new StringBuilder();

    Text(String first) {
      text.append(first).append('.');
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  static final class GrowingText {
    private final StringBuilder text = new StringBuilder();

    GrowingText(String first) {
      text.append(first);
    }

    @Override
    public String toString() {
      return text.append('.').toString();
    }
  }

  static final class ShownText {
    private static StringBuilder last = new StringBuilder();
    private final StringBuilder text = new StringBuilder();

    ShownText(String first) {
      last = text.append(first).append('.');
    }

    static void growLast() {
      last.append('.');
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  @Immutable
  static final class DeclaredCopy {
    @SuppressWarnings("Immutable")
    private final Date date;

    DeclaredCopy(Date date) {
      this.date = new Date(date.getTime());
    }
  }

  @Immutable
  static final class DeclaredShare {
    @SuppressWarnings("Immutable")
    private final Date date;

    DeclaredShare(Date date) {
      this.date = date;
    }
  }
}
