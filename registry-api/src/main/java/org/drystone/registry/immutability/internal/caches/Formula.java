package org.drystone.registry.immutability.internal.caches;

import java.util.Optional;
import java.util.function.Predicate;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Writes down how a value is made of the parameters of a method, whichever way the control took.
 * What is written alike is alike, if the calls in it are.
 */
final class Formula implements Opcodes {

  private final Naming naming;
  private final Predicate<AbstractInsnNode> unfit;

  Formula(Naming naming) {
    this(naming, name -> false);
  }

  /** Without values that such an instruction makes. */
  Formula(Naming naming, Predicate<AbstractInsnNode> unfit) {
    this.naming = naming;
    this.unfit = unfit;
  }

  /** Empty if it depends on the way, or on more than parameters and final fields. */
  Optional<String> of(AbstractInsnNode name) {
    if (name instanceof ParameterNode parameter) {
      return Optional.of("$" + parameter.local());
    }
    if (name instanceof IntInsnNode number && name.getOpcode() != NEWARRAY) {
      return Optional.of("#" + number.operand);
    }
    if (name instanceof LdcInsnNode constant) {
      return Optional.of(constant.cst).filter(Number.class::isInstance).map(cst -> "#" + cst);
    }
    int opcode = name.getOpcode();
    if (opcode >= ICONST_M1 && opcode <= DCONST_1) {
      return Optional.of("constant " + opcode);
    }
    return isMade(name) && !unfit.test(name) ? ofParts(name) : Optional.empty();
  }

  private static boolean isMade(AbstractInsnNode name) {
    int opcode = name.getOpcode();
    return (opcode >= IADD && opcode <= LXOR)
        || (opcode >= I2L && opcode <= DCMPG)
        || opcode == GETFIELD
        || opcode == ARRAYLENGTH
        || name instanceof MethodInsnNode;
  }

  private Optional<String> ofParts(AbstractInsnNode name) {
    int index = naming.flow().indexOf(name);
    StringBuilder text = new StringBuilder(what(name)).append('(');
    for (int operand = 0; operand < naming.operands(index); operand++) {
      Optional<String> part = of(naming.operand(index, operand));
      if (part.isEmpty()) {
        return part;
      }
      text.append(part.get()).append(',');
    }
    return Optional.of(text.append(')').toString());
  }

  private static String what(AbstractInsnNode name) {
    if (name instanceof MethodInsnNode call) {
      return call.owner + "." + call.name + call.desc;
    }
    return name instanceof FieldInsnNode field
        ? field.owner + "." + field.name
        : Integer.toString(name.getOpcode());
  }
}
