package org.drystone.registry.immutability.internal.reach;

import java.util.List;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The private methods that only serialization calls. What happens while an object is read is out of
 * scope; while it is written it may be shown to the stream, but must not change.
 */
public final class Serialization {

  private static final Set<String> METHODS =
      Set.of("readObject(Ljava/io/ObjectInputStream;)V", "readObjectNoData()V");

  /** What is called on an object that is written, whoever else calls it. */
  private static final Set<String> WRITING =
      Set.of("writeObject(Ljava/io/ObjectOutputStream;)V", "writeReplace()Ljava/lang/Object;");

  private Serialization() {}

  /** Whether it is a method that reads, and the family itself never calls it. */
  public static boolean isExempt(Family family, MethodFlow flow) {
    return METHODS.contains(flow.method().name + flow.method().desc) && isNeverCalled(family, flow);
  }

  /** Whether it is the method that writes, and the family itself never calls it. */
  public static boolean isWriting(Family family, MethodFlow flow) {
    return flow.method().name.equals("writeObject")
        && flow.method().desc.equals("(Ljava/io/ObjectOutputStream;)V")
        && isNeverCalled(family, flow);
  }

  /** Whether a call only shows something to the stream that an object is written to. */
  public static boolean isShown(Family family, MethodFlow flow, MethodInsnNode call) {
    return call.owner.equals("java/io/ObjectOutputStream") && isWriting(family, flow);
  }

  /** Whether it may run although the family never calls it. */
  static boolean isCalledOnWriting(MethodFlow flow) {
    return WRITING.contains(flow.method().name + flow.method().desc);
  }

  private static boolean isNeverCalled(Family family, MethodFlow flow) {
    return new Callers(family).of(flow, 0).filter(List::isEmpty).isPresent();
  }
}
