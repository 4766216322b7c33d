package org.drystone.registry.immutability;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Private members that handles or serialization reach, and others. */
class ReachedByHandleTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    int[] n = {1};
    return Stream.of(
            Twins.differ("a handle to the array", new Kept(n), new ByVarHandle(n)),
            Twins.differ("a handle that gets the array", new Kept(n), new ByGetter(n)),
            Twins.differ("a handle to the elements", new Kept(n), new ByElementHandle(n)),
            Twins.differ("a handle to a helper", new Helped(1), new ByMethodHandle(1)),
            Twins.differ("the right to look up", new Helped(1), new LentLookup(1)),
            Twins.differ("a change while written", new Written(n), new WrittenCounted(n)),
            Twins.differ("an array changed while written", new Written(n), new WrittenInto(n)),
            Twins.differ("read by anybody", new Helped(1), new Read()))
        .flatMap(tests -> tests);
  }

  static final class Kept {
    private final int[] n;

    Kept(int[] n) {
      this.n = n.clone();
    }

    int first() {
      return n[0];
    }
  }

  static final class ByVarHandle {
    private static final VarHandle ARRAY;

    static {
      try {
        ARRAY = MethodHandles.lookup().findVarHandle(ByVarHandle.class, "shown", int[].class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final int[] shown;

    ByVarHandle(int[] n) {
      this.shown = n.clone();
    }

    int[] get() {
      return (int[]) ARRAY.get(this);
    }
  }

  static final class ByGetter {
    private static final MethodHandle ARRAY;

    static {
      try {
        ARRAY = MethodHandles.lookup().findGetter(ByGetter.class, "given", int[].class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private final int[] given;

    ByGetter(int[] n) {
      this.given = n.clone();
    }

    int[] get() throws Throwable {
      return (int[]) ARRAY.invokeExact(this);
    }
  }

  static final class ByElementHandle {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);
    private final int[] n;

    ByElementHandle(int[] n) {
      this.n = n.clone();
    }

    void set(int value) {
      ELEMENT.set(n, 0, value);
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

    int n() {
      return n;
    }
  }

  static final class ByMethodHandle {
    private int n;

    ByMethodHandle(int n) {
      fill(n);
    }

    private void fill(int n) {
      this.n = n;
    }

    static MethodHandle filler() throws ReflectiveOperationException {
      return MethodHandles.lookup()
          .findVirtual(ByMethodHandle.class, "fill", MethodType.methodType(void.class, int.class));
    }
  }

  static final class Written implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] n;

    Written(int[] n) {
      this.n = n.clone();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.writeObject(n);
    }
  }

  static final class WrittenCounted implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] n;
    private int times;

    WrittenCounted(int[] n) {
      this.n = n.clone();
    }

    int times() {
      return times + n[0];
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      times++;
      out.defaultWriteObject();
    }
  }

  static final class WrittenInto implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int[] n;

    WrittenInto(int[] n) {
      this.n = n.clone();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      n[0]++;
      out.defaultWriteObject();
    }
  }

  static final class Read implements Externalizable {
    private static final long serialVersionUID = 1L;
    private int n;

    public Read() {}

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeInt(n);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
      n = in.readInt();
    }
  }
}
