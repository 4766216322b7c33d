package org.drystone.registry.immutability.internal.determinism;

import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds instructions that may tell a new object from another one that is made in the same place: a
 * hash code that {@link Object} gives is another one each time.
 */
final class Identities {

  private static final String OBJECT = "java.lang.Object";

  private final Dispatch dispatch;

  Identities(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  /** Whether the instruction asks a new object for its hash code, or gives it to who may. */
  boolean areAsked(MethodFlow flow, int index) {
    AbstractInsnNode instruction = flow.instruction(index);
    if (instruction instanceof MethodInsnNode call) {
      int shift = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
      return (shift == 1 && asksForHash(call) && isNew(flow, index, 0))
          || takesNew(flow, index, shift, Type.getArgumentTypes(call.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")
          && takesNew(flow, index, 0, Type.getArgumentTypes(call.desc));
    }
    return instruction.getOpcode() == Opcodes.AASTORE && isNew(flow, index, 2);
  }

  private static boolean asksForHash(MethodInsnNode call) {
    return call.name.equals("hashCode")
        || (call.name.equals("toString") && call.owner.equals("java/lang/Object"));
  }

  private boolean takesNew(MethodFlow flow, int index, int shift, Type[] parameters) {
    return IntStream.range(0, parameters.length)
        .filter(i -> parameters[i].getClassName().equals(OBJECT))
        .anyMatch(i -> isNew(flow, index, i + shift));
  }

  private boolean isNew(MethodFlow flow, int index, int operand) {
    return flow.origins(index, operand).stream().anyMatch(this::isNewWithoutHash);
  }

  private boolean isNewWithoutHash(AbstractInsnNode origin) {
    return origin.getOpcode() == Opcodes.NEW
        ? !hasHash(((TypeInsnNode) origin).desc)
        : Fresh.isArray(origin);
  }

  private boolean hasHash(String name) {
    Class<?> type = dispatch.load(name);
    try {
      return type != null && type.getMethod("hashCode").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }
}
