package org.drystone.registry.immutability.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** The private methods that only serialization calls, which is out of scope. */
final class Serialization {

  private static final Set<String> METHODS =
      Set.of(
          "readObject(Ljava/io/ObjectInputStream;)V",
          "writeObject(Ljava/io/ObjectOutputStream;)V",
          "readObjectNoData()V");

  private Serialization() {}

  static boolean isExempt(MethodNode method) {
    return (method.access & Opcodes.ACC_PRIVATE) != 0
        && METHODS.contains(method.name + method.desc);
  }
}
