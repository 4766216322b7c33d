package org.drystone.registry.immutability;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of what is the same each time, and of what is another with each new object. */
class NewObjectTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("the hash of a new object", new Worths(), new Tokens()),
            Twins.differ("the text of a new object", new WorthTexts(), new TokenTexts()),
            Twins.differ("a hash of what holds a new object", new WorthHashes(), new TokenHashes()),
            Twins.differ("a list that holds a new object", new WorthLists(), new TokenLists()),
            Twins.differ(
                "a text that is joined with a new object", new WorthJoins(), new TokenJoins()),
            Twins.differ("the hash of an array", new ArrayHashes(), new ArrayTokens()),
            Twins.differ("the hash of a builder", new BuilderTexts(), new Builders()))
        .flatMap(tests -> tests);
  }

  /** Says itself what it is worth. */
  record Worth(int n) {}

  /** Is nothing but itself. */
  static final class Token {}

  static final class Worths {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = new Worth(1).hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class Tokens {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = new Token().hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class WorthTexts {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = new Worth(1).toString();
        value = v;
      }
      return v;
    }
  }

  static final class TokenTexts {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = new Token().toString();
        value = v;
      }
      return v;
    }
  }

  static final class WorthHashes {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = Objects.hash(new Worth(1));
        value = v;
      }
      return v;
    }
  }

  static final class TokenHashes {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = Objects.hash(new Token());
        value = v;
      }
      return v;
    }
  }

  static final class WorthLists {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = List.of(new Worth(1)).hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class TokenLists {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = List.of(new Token()).hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class WorthJoins {
    private final String text = "ab";
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = text + new Worth(1);
        value = v;
      }
      return v;
    }
  }

  static final class TokenJoins {
    private final String text = "ab";
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = text + new Token();
        value = v;
      }
      return v;
    }
  }

  static final class ArrayHashes {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = Arrays.hashCode(new int[] {1});
        value = v;
      }
      return v;
    }
  }

  @SuppressWarnings("ArrayHashCode") // that is the point
  static final class ArrayTokens {
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = new int[] {1}.hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class BuilderTexts {
    private final String text = "ab";
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = new StringBuilder(text).toString().hashCode();
        value = v;
      }
      return v;
    }
  }

  static final class Builders {
    private final String text = "ab";
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = new StringBuilder(text).hashCode();
        value = v;
      }
      return v;
    }
  }
}
