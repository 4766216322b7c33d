package org.drystone.registry.immutability;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that belong to one object alone, and others that others can reach. */
class OwnedArrayTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    int[] n = {1};
    return Stream.of(
            Twins.differ("a copy", new Copied(n), new Given(n)),
            Twins.differ("a returned array", new Copied(n), new Returned(n)),
            Twins.differ("a write", new Copied(n), new Written(n)),
            Twins.differ("a write after handing over", Factory.of(1), LateFactory.of(1)),
            Twins.differ("a private constructor", Factory.of(1), new OpenConstructor(n)),
            Twins.differ("a kept alias", Factory.of(1), KeptAlias.of(1)),
            Twins.differ("a helper", new Helped(n), new WritingHelper(n)),
            Twins.differ("printed", new Printed("a"), new PrintedInto("a")))
        .flatMap(tests -> tests);
  }

  static final class Printed {
    private final char[] text;

    Printed(String text) {
      this.text = text.toCharArray();
    }

    String text() {
      return String.valueOf(text);
    }
  }

  static final class PrintedInto {
    private final char[] text;

    PrintedInto(String text) {
      this.text = text.toCharArray();
    }

    void replace(String other) {
      other.getChars(0, 1, text, 0);
    }
  }

  static final class Copied {
    private final int[] n;

    Copied(int[] n) {
      this.n = n.clone();
    }

    int get(int i) {
      return n[i];
    }
  }

  static final class Given {
    private final int[] n;

    Given(int[] n) {
      this.n = n;
    }
  }

  static final class Returned {
    private final int[] n;

    Returned(int[] n) {
      this.n = n.clone();
    }

    int[] n() {
      return n;
    }
  }

  static final class Written {
    private final int[] n;

    Written(int[] n) {
      this.n = n.clone();
    }

    int next() {
      return n[0]++;
    }
  }

  static final class Factory {
    private final int[] n;

    private Factory(int[] n) {
      this.n = n;
    }

    static Factory of(int size) {
      int[] n = new int[size];
      Arrays.fill(n, 7);
      return new Factory(n);
    }
  }

  static final class LateFactory {
    private final int[] n;

    private LateFactory(int[] n) {
      this.n = n;
    }

    static LateFactory of(int size) {
      int[] n = new int[size];
      LateFactory made = new LateFactory(n);
      Arrays.fill(n, 7);
      return made;
    }
  }

  static final class OpenConstructor {
    private final int[] n;

    OpenConstructor(int[] n) {
      this.n = n;
    }

    static OpenConstructor of(int size) {
      return new OpenConstructor(new int[size]);
    }
  }

  static final class KeptAlias {
    static int[] last;
    private final int[] n;

    private KeptAlias(int[] n) {
      this.n = n;
    }

    static KeptAlias of(int size) {
      int[] n = new int[size];
      last = n;
      return new KeptAlias(n);
    }
  }

  static final class Helped {
    private final int[] n;

    Helped(int[] n) {
      this.n = n.clone();
    }

    int sum() {
      return sum(n);
    }

    static int sum(int[] values) {
      return values.length == 0 ? 0 : values[0];
    }
  }

  static final class WritingHelper {
    private final int[] n;

    WritingHelper(int[] n) {
      this.n = n.clone();
    }

    int sum() {
      return sum(n);
    }

    static int sum(int[] values) {
      return values.length == 0 ? 0 : values[0]++;
    }
  }
}
