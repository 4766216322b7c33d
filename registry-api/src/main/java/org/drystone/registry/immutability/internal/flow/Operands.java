package org.drystone.registry.immutability.internal.flow;

import java.util.OptionalInt;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** How many values an instruction uses. Mere copies (loads, stores, dup, casts) use none. */
public final class Operands implements Opcodes {

  private Operands() {}

  public static int count(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      int receiver = call.getOpcode() == INVOKESTATIC ? 0 : 1;
      return receiver + Type.getArgumentTypes(call.desc).length;
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return Type.getArgumentTypes(call.desc).length;
    }
    if (instruction instanceof MultiANewArrayInsnNode array) {
      return array.dims;
    }
    return ofOpcode(instruction.getOpcode());
  }

  /** The local variable that an instruction changes in place. */
  static OptionalInt local(AbstractInsnNode instruction) {
    return instruction instanceof IincInsnNode increment
        ? OptionalInt.of(increment.var)
        : OptionalInt.empty();
  }

  private static int ofOpcode(int opcode) {
    if (opcode >= IASTORE && opcode <= SASTORE) {
      return 3;
    }
    if ((opcode >= IALOAD && opcode <= SALOAD)
        || (opcode >= IADD && opcode <= DREM)
        || (opcode >= ISHL && opcode <= LXOR)
        || (opcode >= LCMP && opcode <= DCMPG)
        || (opcode >= IF_ICMPEQ && opcode <= IF_ACMPNE)
        || opcode == PUTFIELD) {
      return 2;
    }
    if ((opcode >= INEG && opcode <= DNEG)
        || (opcode >= I2L && opcode <= I2S)
        || (opcode >= IFEQ && opcode <= IFLE)
        || (opcode >= TABLESWITCH && opcode <= ARETURN)) {
      return 1;
    }
    return switch (opcode) {
      case PUTSTATIC,
          GETFIELD,
          NEWARRAY,
          ANEWARRAY,
          ARRAYLENGTH,
          ATHROW,
          INSTANCEOF,
          MONITORENTER,
          MONITOREXIT,
          IFNULL,
          IFNONNULL ->
          1;
      default -> 0;
    };
  }
}
