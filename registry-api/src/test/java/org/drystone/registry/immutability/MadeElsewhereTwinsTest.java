package org.drystone.registry.immutability;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects that are completed by whoever made them, and others that are changed later. */
class MadeElsewhereTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a handle for the field", new OtherHandle(1), new Handled(1)),
            Twins.differ("an updater", new Never(1), new Updated()),
            Twins.differ("a clone", new Cloned(1), new NotCloned(1)),
            Twins.differ("a base with a protected field", new Derived(), new OpenDerived()),
            Twins.differ("an enum with a counter", Fixed.A, Counting.A),
            Twins.differ("a builder", new Built.Builder().build(), new Built.Builder()),
            Twins.differ("a builder that keeps it", new Built.Builder().build(), Kept.make()))
        .flatMap(tests -> tests);
  }

  static final class Never {
    private int n;

    Never(int n) {
      this.n = n;
    }
  }

  static final class OtherHandle {
    private int n;

    OtherHandle(int n) {
      this.n = n;
    }
  }

  static final class Handled {
    private static final VarHandle N;

    static {
      try {
        N = MethodHandles.lookup().findVarHandle(Handled.class, "value", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private int value;

    Handled(int value) {
      this.value = value;
    }

    void set(int next) {
      N.setVolatile(this, next);
    }
  }

  static final class Updated {
    private static final AtomicIntegerFieldUpdater<Updated> COUNT =
        AtomicIntegerFieldUpdater.newUpdater(Updated.class, "count");
    private volatile int count;

    int next() {
      return COUNT.incrementAndGet(this) + count;
    }
  }

  static class Cloned implements Cloneable {
    private int n;

    Cloned(int n) {
      this.n = n;
    }

    Cloned with(int n) throws CloneNotSupportedException {
      Cloned copy = (Cloned) super.clone();
      copy.n = n;
      return copy;
    }
  }

  static class NotCloned implements Cloneable {
    private int n;

    NotCloned(int n) {
      this.n = n;
    }

    NotCloned copy() {
      return this;
    }

    NotCloned with(int n) {
      NotCloned copy = copy();
      copy.n = n;
      return copy;
    }
  }

  abstract static class Base {
    private int n = 1;
  }

  static final class Derived extends Base {}

  abstract static class OpenBase {
    protected int n = 1;
  }

  static final class OpenDerived extends OpenBase {}

  enum Fixed {
    A;
    private int n = 1;
  }

  enum Counting {
    A;
    private int n = 1;

    int next() {
      return n++;
    }
  }

  static final class Built {
    private int n;

    static final class Builder {
      private int n;

      Builder n(int n) {
        this.n = n;
        return this;
      }

      Built build() {
        Built built = new Built();
        fill(built);
        return built;
      }

      private void fill(Built built) {
        built.n = n;
      }
    }
  }

  static final class Kept {
    private int n;

    static Kept make() {
      return new Builder().n(1).kept;
    }

    static final class Builder {
      private final Kept kept = new Kept();

      Builder n(int n) {
        kept.n = n;
        return this;
      }
    }
  }
}
