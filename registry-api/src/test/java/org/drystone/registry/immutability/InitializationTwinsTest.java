package org.drystone.registry.immutability;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fields that are written after the object was shown to others: by its constructor, or later. */
class InitializationTwinsTest {

  private static final List<Object> SHOWN = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("by a helper", new Assembled(1), new Reassembled(1)),
            Twins.differ("by a helper of a helper", new Assembled(1), new Renewed(1)),
            Twins.differ("by what a lambda does later", new Assembled(1), new Later(1)),
            Twins.differ("by what a lambda does at once", new AtOnce(1), new Later(1)),
            Twins.differ("to another object", new Assembled(1), new Other(1, null)),
            Twins.differ("when it is read from a stream", new Read(1), new ReadAgain(1)),
            Twins.differ("by who made it", new Assembled(1), ByMaker.of(1)),
            Twins.differ("by a subclass", new Derived(1), new OpenDerived(1)))
        .flatMap(tests -> tests);
  }

  abstract static class Assembling {
    private int n;

    Assembling(int n) {
      fill(n);
    }

    private void fill(int given) {
      assemble();
      n = given;
    }

    abstract void assemble();

    int n() {
      return n;
    }
  }

  static final class Assembled extends Assembling {
    Assembled(int n) {
      super(n);
    }

    @Override
    void assemble() {
      SHOWN.add(this);
    }
  }

  static final class Reassembled {
    private int n;

    Reassembled(int n) {
      fill(n);
    }

    private void fill(int given) {
      SHOWN.add(this);
      n = given;
    }

    void again() {
      fill(2);
    }

    int n() {
      return n;
    }
  }

  static final class Renewed {
    private int n;

    Renewed(int n) {
      fill(n);
    }

    private void fill(int given) {
      SHOWN.add(this);
      write(given);
    }

    private void write(int given) {
      n = given;
    }

    private void renew() {
      write(2);
    }

    int n() {
      renew();
      return n;
    }
  }

  static final class Later {
    private int n;

    Later(int n) {
      SHOWN.add(this);
      SHOWN.add((Runnable) () -> fill(n));
    }

    private void fill(int given) {
      n = given;
    }

    int n() {
      return n;
    }
  }

  static final class AtOnce {
    private int n;

    AtOnce(Integer n) {
      SHOWN.add(this);
      Stream.of(n).forEach(this::fill);
    }

    private void fill(int given) {
      n = given;
    }

    int n() {
      return n;
    }
  }

  static final class Other {
    private int n;

    Other(int n, Other other) {
      SHOWN.add(this);
      fill(this, n);
      if (other != null) {
        fill(other, n);
      }
    }

    private static void fill(Other other, int given) {
      other.n = given;
    }

    int n() {
      return n;
    }
  }

  static final class Read implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient int n;

    Read(int n) {
      fill(n);
    }

    private void fill(int given) {
      SHOWN.add(this);
      n = given;
    }

    private void readObject(ObjectInputStream in) {
      fill(1);
    }

    int n() {
      return n;
    }
  }

  static final class ReadAgain implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient int n;

    ReadAgain(int n) {
      fill(n);
    }

    private void fill(int given) {
      SHOWN.add(this);
      n = given;
    }

    private void readObject(ObjectInputStream in) {
      fill(1);
    }

    int n() {
      readObject(null);
      return n;
    }
  }

  static final class ByMaker {
    private int n;

    private ByMaker() {}

    static ByMaker of(int n) {
      ByMaker made = new ByMaker();
      SHOWN.add(made);
      made.n = n;
      return made;
    }

    int n() {
      return n;
    }
  }

  static class Base {
    private int n;

    Base(int n) {
      SHOWN.add(this);
      this.n = n;
    }

    int n() {
      return n;
    }
  }

  static final class Derived extends Base {
    Derived(int n) {
      super(n);
    }
  }

  static class OpenBase {
    private int n;

    OpenBase(int n) {
      fill(n);
    }

    final void fill(int given) {
      SHOWN.add(this);
      n = given;
    }

    int n() {
      return n;
    }
  }

  static final class OpenDerived extends OpenBase {
    OpenDerived(int n) {
      super(n);
    }
  }
}
