package org.drystone.registry.immutability.internal.confinement;

import org.drystone.registry.immutability.internal.confinement.Source.Known;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A test before a jump, and what it tells of the variable that was loaded for it.
 *
 * @param variable the instruction that loaded it; null if no variable was
 */
record ConfinedTest(
    int opcode, @Nullable AbstractInsnNode variable, Way whereJumped, Way whereGoneOn) {

  /** What is left of what a variable may hold. */
  @FunctionalInterface
  interface Way {
    Held of(Held before);
  }

  private static final Way ALL = held -> held;
  private static final Way NULL =
      held -> held.where(part -> false, known -> known != Known.ONE && known != Known.ZERO);
  private static final Way NOT_NULL = held -> held.where(part -> true, k -> k != Known.NULL);

  static ConfinedTest of(JumpInsnNode jump, ConfinedMemory memory) {
    AbstractInsnNode before = jump.getPrevious();
    int opcode = jump.getOpcode();
    if (before != null && (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL)) {
      boolean ifNull = opcode == Opcodes.IFNULL;
      return of(opcode, before, ifNull ? NULL : NOT_NULL, ifNull ? NOT_NULL : NULL);
    }
    if (before instanceof TypeInsnNode type
        && type.getOpcode() == Opcodes.INSTANCEOF
        && before.getPrevious() != null
        && (opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE)) {
      Way is =
          held -> held.where(p -> memory.mayFit(p, type.desc), known -> known == Known.OUTSIDE);
      Way isNot = held -> held.where(p -> !memory.fits(p, type.desc), known -> true);
      boolean ifNot = opcode == Opcodes.IFEQ;
      return of(opcode, before.getPrevious(), ifNot ? isNot : is, ifNot ? is : isNot);
    }
    return new ConfinedTest(opcode, null, ALL, ALL);
  }

  private static ConfinedTest of(int opcode, AbstractInsnNode loaded, Way jumped, Way goneOn) {
    return loaded.getOpcode() == Opcodes.ALOAD
        ? new ConfinedTest(opcode, loaded, jumped, goneOn)
        : new ConfinedTest(opcode, null, ALL, ALL);
  }

  boolean mayJump(Held tested) {
    return switch (opcode) {
      case Opcodes.IFEQ -> !tested.isSurely(Known.ONE);
      case Opcodes.IFNE -> !tested.isSurely(Known.ZERO);
      case Opcodes.IFNULL -> mayBeNull(tested);
      case Opcodes.IFNONNULL -> !tested.isSurely(Known.NULL);
      default -> true;
    };
  }

  boolean mayGoOn(Held tested) {
    return switch (opcode) {
      case Opcodes.IFEQ -> !tested.isSurely(Known.ZERO);
      case Opcodes.IFNE -> !tested.isSurely(Known.ONE);
      case Opcodes.IFNULL -> !tested.isSurely(Known.NULL);
      case Opcodes.IFNONNULL -> mayBeNull(tested);
      default -> true;
    };
  }

  private static boolean mayBeNull(Held tested) {
    return tested.isOutside()
        || tested.sources().contains(Known.NULL)
        || tested.sources().isEmpty();
  }
}
