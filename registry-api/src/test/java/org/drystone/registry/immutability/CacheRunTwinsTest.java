package org.drystone.registry.immutability;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Methods that do the same whether they fill a cache or find it filled, and others. */
class CacheRunTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a stale local variable", new Again("a"), new Stale("a")),
            Twins.differ("a second filler", new Length("a"), new TwoFillers()),
            Twins.differ("a look without filling", new Length("a"), new Peeked("a")),
            Twins.differ(
                "an exception after filling", new Length("a"), new FailsAfterwards("abcd")),
            Twins.differ("an exception the second time", new Length("a"), new Once()),
            Twins.differ("a check the second time", new Length("a"), new Checked()),
            Twins.differ("an effect the first time", new Length("a"), new Announced()),
            Twins.differ("another way the second time", new Length("a"), new OtherWay("a", false)),
            Twins.differ("what the flag was before", new Length("a"), new Before()),
            Twins.differ("a choice", new Chosen("abcd"), new ChosenTwice("abcd")),
            Twins.differ("two locals of the same sources", new Chosen("abcd"), new Swapped("abcd")),
            Twins.differ("a reset when found", new Length("a"), new Forgetful("abc")))
        .flatMap(tests -> tests);
  }

  static final class Length {
    private final String text;
    private int n;

    Length(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }
  }

  static final class Again {
    private final String text;
    private int n;

    Again(String text) {
      this.text = text;
    }

    int length() {
      if (n == 0) {
        n = text.length();
      }
      return n;
    }
  }

  static final class Stale {
    private final String text;
    private int n;

    Stale(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        n = text.length();
      }
      return v;
    }
  }

  static final class TwoFillers {
    private int n;

    int one() {
      if (n == 0) {
        n = 1;
      }
      return n;
    }

    int two() {
      if (n == 0) {
        n = 2;
      }
      return n;
    }
  }

  static final class Peeked {
    private final String text;
    private int n;

    Peeked(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    int peek() {
      if (n == 0) {
        return -1;
      }
      return n;
    }
  }

  static final class FailsAfterwards {
    private final String text;
    private int n;

    FailsAfterwards(String text) {
      this.text = text;
    }

    int length() {
      if (n == 0) {
        n = text.length();
        if (n > 3) {
          throw new IllegalStateException();
        }
      }
      return n;
    }
  }

  static final class Once {
    private boolean used;

    void use() {
      if (used) {
        throw new IllegalStateException();
      }
      used = true;
    }
  }

  static final class Checked {
    private int used;

    int use() {
      if (used != 0) {
        Objects.checkIndex(5, 1);
      }
      used = 1;
      return used;
    }
  }

  static final class Announced {
    private boolean said;

    boolean say() {
      if (!said) {
        said = true;
        System.out.print("");
      }
      return said;
    }
  }

  static final class OtherWay {
    private final String text;
    private final boolean big;
    private int used;

    OtherWay(String text, boolean big) {
      this.text = text;
      this.big = big;
    }

    int use() {
      if (text.isEmpty() ? big : used == 0) {
        if (used == 0) {
          used = 1;
        }
        return 1;
      }
      return 2;
    }
  }

  static final class Before {
    private boolean used;

    boolean use() {
      boolean before = used;
      if (!used) {
        used = true;
      }
      return before;
    }
  }

  static final class Chosen {
    private final String text;
    private int n;

    Chosen(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        int a = text.length();
        v = a > 3 ? a + 1 : a;
        n = v;
      }
      return v;
    }
  }

  static final class ChosenTwice {
    private final String text;
    private int n;

    ChosenTwice(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        int a = text.length();
        int b = a + 1;
        n = a > 3 ? b : a;
        v = a;
      }
      return v;
    }
  }

  static final class Swapped {
    private final String text;
    private int n;

    Swapped(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        int a = text.length();
        int b = a + 1;
        int x = a > 3 ? a : b;
        int y = a > 3 ? b : a;
        n = x;
        v = y;
      }
      return v;
    }
  }

  static final class Forgetful {
    private final String text;
    private int n;

    Forgetful(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      } else if (v > 2) {
        n = 0;
      }
      return v;
    }
  }
}
