package org.drystone.registry.immutability.internal.classfiles;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What all compilers do though the JVM does not ask for it, and proofs go by. Whoever does
 * otherwise is not understood.
 */
final class Habits {

  private Habits() {}

  static boolean areKept(ClassNode file) {
    return hasOneFieldOfEachName(file)
        && file.methods.stream().allMatch(method -> callsDirectSuperclass(file, method));
  }

  private static boolean hasOneFieldOfEachName(ClassNode file) {
    Set<String> names = new HashSet<>();
    return file.fields.stream().allMatch(field -> names.add(field.name));
  }

  /** Whatever class {@code super.name()} names, the JVM begins with the one right above. */
  private static boolean callsDirectSuperclass(ClassNode file, MethodNode method) {
    for (AbstractInsnNode i = method.instructions.getFirst(); i != null; i = i.getNext()) {
      if (i.getOpcode() == Opcodes.INVOKESPECIAL && !isDirect(file, (MethodInsnNode) i)) {
        return false;
      }
    }
    return true;
  }

  /** What nobody in between overrides, compilers name by the root of all classes. */
  private static boolean isDirect(ClassNode file, MethodInsnNode call) {
    return call.name.equals("<init>")
        || call.owner.equals("java/lang/Object")
        || call.owner.equals(file.name)
        || call.owner.equals(file.superName)
        || file.interfaces.contains(call.owner);
  }
}
