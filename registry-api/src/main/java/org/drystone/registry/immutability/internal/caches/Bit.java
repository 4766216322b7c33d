package org.drystone.registry.immutability.internal.caches;

import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;

/** A bit, or several, in a field of the object whose method it is. */
record Bit(FieldId field, int mask) implements Opcodes {

  /** A branch that asks for the bit. */
  record Test(int index, int empty, int filled) {

    boolean isEmptyWay(int from, int to) {
      return from == index && to == empty;
    }

    boolean isFilledWay(int from, int to) {
      return from == index && to == filled;
    }
  }

  /**
   * What an instruction sets in that field: {@code bits |= mask}; empty if it does something else.
   */
  static Optional<Bit> set(MethodFlow flow, int write, FieldId field) {
    String type = ((FieldInsnNode) flow.instruction(write)).desc;
    return combined(flow, only(flow, write, 1), IOR, field)
        .filter(bit -> bit.isAloneIn(type))
        .filter(bit -> type.equals("B") || !isCut(flow, write));
  }

  /** Whether a field of that type has room for it. */
  private boolean isAloneIn(String type) {
    return type.equals("I") || (type.equals("B") && mask >> Byte.SIZE == 0);
  }

  /** A cut to a byte repeats the highest bit, which does no harm in a field of bytes only. */
  private static boolean isCut(MethodFlow flow, int write) {
    return only(flow, write, 1).filter(made -> made.getOpcode() == I2B).isPresent();
  }

  /** The branch at that place, if it asks for this bit and no other. */
  Optional<Test> test(MethodFlow flow, int index) {
    if (!(flow.instruction(index) instanceof JumpInsnNode jump) || !asks(flow, index)) {
      return Optional.empty();
    }
    int taken = flow.indexOf(jump.label);
    boolean whenUnset = jump.getOpcode() == IFEQ || jump.getOpcode() == IF_ICMPEQ;
    return taken == index + 1
        ? Optional.empty()
        : Optional.of(
            whenUnset ? new Test(index, taken, index + 1) : new Test(index, index + 1, taken));
  }

  private boolean asks(MethodFlow flow, int index) {
    return switch (flow.instruction(index).getOpcode()) {
      case IFEQ, IFNE -> isMasked(flow, index);
      case IF_ICMPEQ, IF_ICMPNE ->
          isMasked(flow, index)
              && constant(only(flow, index, 1)).filter(zero -> zero == 0).isPresent();
      default -> false;
    };
  }

  private boolean isMasked(MethodFlow flow, int index) {
    return combined(flow, only(flow, index, 0), IAND, field).filter(this::equals).isPresent();
  }

  private static Optional<Bit> combined(
      MethodFlow flow, Optional<AbstractInsnNode> made, int operation, FieldId field) {
    if (made.isEmpty()) {
      return Optional.empty();
    }
    int index = flow.indexOf(made.get());
    if (index < 0) {
      return Optional.empty();
    }
    if (made.get().getOpcode() == I2B) {
      return combined(flow, only(flow, index, 0), operation, field);
    }
    return made.get().getOpcode() == operation
            && only(flow, index, 0).filter(read -> isOwn(flow, read, field)).isPresent()
        ? constant(only(flow, index, 1)).filter(mask -> mask != 0).map(mask -> new Bit(field, mask))
        : Optional.empty();
  }

  /** Whether it reads the field of the very object. */
  static boolean isOwn(MethodFlow flow, AbstractInsnNode read, FieldId field) {
    return field.isReadBy(read)
        && only(flow, flow.indexOf(read), 0).filter(flow::isThis).isPresent();
  }

  private static Optional<AbstractInsnNode> only(MethodFlow flow, int index, int operand) {
    Set<AbstractInsnNode> origins = flow.origins(index, operand);
    return origins.size() == 1 ? Optional.of(origins.iterator().next()) : Optional.empty();
  }

  private static Optional<Integer> constant(Optional<AbstractInsnNode> made) {
    return made.flatMap(
        node -> {
          int opcode = node.getOpcode();
          if (opcode >= ICONST_0 && opcode <= ICONST_5) {
            return Optional.of(opcode - ICONST_0);
          }
          return node instanceof IntInsnNode push && opcode != NEWARRAY && push.operand > 0
              ? Optional.of(push.operand)
              : Optional.empty();
        });
  }
}
