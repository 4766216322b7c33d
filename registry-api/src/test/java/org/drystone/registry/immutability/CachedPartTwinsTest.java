package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of new objects that are made of the object itself, or of something else. */
class CachedPartTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a new list", new OfItself("a"), new OfNewList("a")),
            Twins.differ("a list of everybody's", new OfItself("a"), new OfShared("a")),
            Twins.differ("what its constructor adds", new OfItself("a"), new OfAdding("a")),
            Twins.differ("what is written later", new OfItself("a"), new WrittenLater("a")),
            Twins.differ("what a helper writes", new OfItself("a"), new WrittenByHelper("a")),
            Twins.differ("what another takes", new OfItself("a"), new TakenByOther("a")),
            Twins.differ("its own array", new OfItself("a"), new OfArray("a")),
            Twins.differ("what it was given", new OfItself("a"), new OfGiven("a")),
            Twins.differ("a constant", new OfConstant("a"), new OfOpenConstant("a")),
            Twins.differ("of its own class", new Path("a", null), new RacyPath("a", null)))
        .flatMap(tests -> tests);
  }

  static final List<String> SHARED = new ArrayList<>();

  /** As immutable as what is in it. */
  static class Box {
    private Object value;

    Box(Object value) {
      this.value = value;
    }

    Object value() {
      return value;
    }

    static Box filled(Object value) {
      Box box = new Box(null);
      box.value = value;
      return box;
    }
  }

  static final class Adding extends Box {
    Adding(Object value) {
      super(value == null ? null : SHARED);
    }
  }

  static final class OfItself {
    private final String text;
    private volatile Box box;

    OfItself(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = new Box(text.trim());
        box = b;
      }
      return b;
    }
  }

  static final class OfNewList {
    private final String text;
    private volatile Box box;

    OfNewList(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = new Box(new ArrayList<>(List.of(text)));
        box = b;
      }
      return b;
    }
  }

  static final class OfShared {
    private final String text;
    private volatile Box box;

    OfShared(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = new Box(text == null ? text : SHARED);
        box = b;
      }
      return b;
    }
  }

  static final class OfAdding {
    private final String text;
    private volatile Box box;

    OfAdding(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = new Adding(text.trim());
        box = b;
      }
      return b;
    }
  }

  static final class WrittenLater {
    private final String text;
    private volatile Pair pair;

    WrittenLater(String text) {
      this.text = text;
    }

    static class Pair {
      private Object one;

      Pair(Object one) {
        this.one = one;
      }
    }

    Object pair() {
      Pair p = pair;
      if (p == null) {
        p = new Pair(text.trim());
        p.one = new ArrayList<>();
        pair = p;
      }
      return p.one;
    }
  }

  static final class WrittenByHelper {
    private final String text;
    private volatile Pair pair;

    WrittenByHelper(String text) {
      this.text = text;
    }

    static class Pair {
      private Object one;

      Pair(Object one) {
        this.one = one;
      }

      private static Pair with(Pair pair) {
        pair.one = new ArrayList<>();
        return pair;
      }
    }

    Object pair() {
      Pair p = pair;
      if (p == null) {
        p = Pair.with(new Pair(text.trim()));
        pair = p;
      }
      return p.one;
    }
  }

  static final class TakenByOther {
    private final String text;
    private volatile Pair pair;

    TakenByOther(String text) {
      this.text = text;
    }

    static class Pair {
      private Object one;

      Pair(Object one) {
        this.one = one;
      }
    }

    static class Taker {
      Taker(Pair pair) {
        pair.one = new ArrayList<>();
      }
    }

    Object pair() {
      Pair p = pair;
      if (p == null) {
        p = new Pair(text.trim());
        new Taker(p);
        pair = p;
      }
      return p.one;
    }
  }

  static final class OfArray {
    private final int[] codes;
    private volatile Box box;

    OfArray(String text) {
      this.codes = new int[] {text.length()};
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = new Box(codes);
        box = b;
      }
      return b;
    }
  }

  static final class OfGiven {
    private final String text;
    private volatile Box box;

    OfGiven(String text) {
      this.text = text;
    }

    Box box(Object given) {
      Box b = box;
      if (b == null) {
        b = new Box(given == null ? text : given);
        box = b;
      }
      return b;
    }
  }

  static final class OfConstant {
    private static final Box NONE = new Box("none");
    private final String text;
    private volatile Box box;

    OfConstant(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = text.isEmpty() ? NONE : new Box(text.trim());
        box = b;
      }
      return b;
    }
  }

  static final class OfOpenConstant {
    private static final Box NONE = new Box(SHARED);
    private final String text;
    private volatile Box box;

    OfOpenConstant(String text) {
      this.text = text;
    }

    Box box() {
      Box b = box;
      if (b == null) {
        b = text.isEmpty() ? NONE : new Box(text.trim());
        box = b;
      }
      return b;
    }
  }

  static class Path {
    private final String text;
    private final Path next;
    private volatile Path head;

    Path(String text, Path next) {
      this.text = text;
      this.next = next;
    }

    Path head() {
      Path h = head;
      if (h == null) {
        h = shorter();
        head = h;
      }
      return h;
    }

    private Path shorter() {
      return new Path(text.trim(), next == null ? this : next);
    }
  }

  static class RacyPath {
    private final String text;
    private final RacyPath next;
    private RacyPath head;

    RacyPath(String text, RacyPath next) {
      this.text = text;
      this.next = next;
    }

    RacyPath head() {
      RacyPath h = head;
      if (h == null) {
        h = shorter();
        head = h;
      }
      return h;
    }

    private RacyPath shorter() {
      return new RacyPath(text.trim(), next == null ? this : next);
    }
  }
}
