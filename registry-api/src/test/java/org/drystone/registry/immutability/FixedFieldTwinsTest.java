package org.drystone.registry.immutability;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fields that are not final and yet never written again, and others that are. */
class FixedFieldTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a setter", new Never(1), new Setter(1)),
            Twins.differ("a wither that writes itself", new Wither(1), new SelfWither(1)),
            Twins.differ("a copy shown before it is complete", new Wither(1), new Shown(1)),
            Twins.differ("a helper of the constructor", new Helped(1), new HelpedByAll(1)),
            Twins.differ("a helper that a lambda calls", new Helped(1), new HelpedByLambda(1)),
            Twins.differ("a lambda done at once", new HelpedAtOnce(1), new HelpedByOthers(1)),
            Twins.differ(
                "a lambda done before others see the object", Counted.of("a"), ShownFirst.of("a")),
            Twins.differ("a write by a nest mate", new Nested(1), new WrittenByMate(1)),
            Twins.differ("a write by a lambda", new Never(1), new WrittenByLambda(1)),
            Twins.differ("a private field", new Never(1), new PackagePrivate()),
            Twins.differ("called by serialization only", new Read(1), new ReadAgain(1)))
        .flatMap(tests -> tests);
  }

  static final class Read implements Serializable {
    private static final long serialVersionUID = 1L;
    private int n;

    Read(int n) {
      this.n = n;
    }

    private void readObject(ObjectInputStream in) throws IOException {
      n = in.readInt();
    }
  }

  static final class ReadAgain implements Serializable {
    private static final long serialVersionUID = 1L;
    private int n;

    ReadAgain(int n) {
      this.n = n;
    }

    void again(ObjectInputStream in) throws IOException {
      readObject(in);
    }

    private void readObject(ObjectInputStream in) throws IOException {
      n = in.readInt();
    }
  }

  static final class Never {
    private int n;

    Never(int n) {
      this.n = n;
    }
  }

  static final class Setter {
    private int n;

    Setter(int n) {
      this.n = n;
    }

    void set(int n) {
      this.n = n;
    }
  }

  static final class Wither {
    private int n;

    Wither(int n) {
      this.n = n;
    }

    Wither with(int n) {
      Wither copy = new Wither(0);
      copy.n = n;
      return copy;
    }
  }

  static final class SelfWither {
    private int n;

    SelfWither(int n) {
      this.n = n;
    }

    SelfWither with(int n) {
      SelfWither copy = this.n == n ? this : new SelfWither(0);
      copy.n = n;
      return copy;
    }
  }

  static final class Shown {
    static final List<Shown> ALL = new ArrayList<>();
    private int n;

    Shown(int n) {
      this.n = n;
    }

    Shown with(int n) {
      Shown copy = new Shown(0);
      ALL.add(copy);
      copy.n = n;
      return copy;
    }
  }

  static final class Helped {
    private int n;

    Helped(int n) {
      init(n);
    }

    private void init(int n) {
      this.n = n;
    }
  }

  static final class HelpedByAll {
    private int n;

    HelpedByAll(int n) {
      init(n);
    }

    void init(int n) {
      this.n = n;
    }
  }

  static final class HelpedByLambda {
    private int n;

    HelpedByLambda(int n) {
      init(n);
    }

    private void init(int n) {
      this.n = n;
    }

    Runnable resetter() {
      return () -> init(0);
    }
  }

  static final class HelpedAtOnce {
    private int n;

    HelpedAtOnce(Integer n) {
      Stream.of(n, n).forEach(this::init);
    }

    private void init(int n) {
      this.n = n;
    }
  }

  static final class HelpedByOthers {
    private int n;

    HelpedByOthers(Integer n) {
      List.of(n, n).stream().forEach(this::init);
    }

    private void init(int n) {
      this.n = n;
    }
  }

  static final class Counted {
    private int n;

    static Counted of(String... words) {
      Counted made = new Counted();
      Stream.of(words).forEach(word -> made.count(word));
      return made;
    }

    private void count(String word) {
      n += word.length();
    }

    int n() {
      return n;
    }
  }

  static final class ShownFirst {
    static final List<ShownFirst> ALL = new ArrayList<>();
    private int n;

    static ShownFirst of(String... words) {
      ShownFirst made = new ShownFirst();
      Consumer<String> counting = word -> made.count(word);
      ALL.add(made);
      Stream.of(words).forEach(counting);
      return made;
    }

    private void count(String word) {
      n += word.length();
    }

    int n() {
      return n;
    }
  }

  static final class Nested {
    private int n;

    Nested(int n) {
      this.n = n;
    }

    static final class Reader {
      int read(Nested nested) {
        return nested.n;
      }
    }
  }

  static final class WrittenByMate {
    private int n;

    WrittenByMate(int n) {
      this.n = n;
    }

    static final class Writer {
      void write(WrittenByMate mate) {
        mate.n = 7;
      }
    }
  }

  static final class WrittenByLambda {
    private int n;

    WrittenByLambda(int n) {
      this.n = n;
    }

    IntSupplier counter() {
      return () -> ++n;
    }
  }

  static final class PackagePrivate {
    int n;
  }
}
