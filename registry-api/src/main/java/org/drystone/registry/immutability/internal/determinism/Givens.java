package org.drystone.registry.immutability.internal.determinism;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What was made by those who called a method, and given to it, by the local variables it is in: of
 * that the class is known, such as that of a lambda.
 */
record Givens(Map<Integer, AbstractInsnNode> makers) {

  static final Givens NONE = new Givens(Map.of());

  /** What made the object that a call is for; empty if somebody else may have. */
  Optional<AbstractInsnNode> maker(MethodFlow flow, int call) {
    int opcode = flow.instruction(call).getOpcode();
    return opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE
        ? maker(flow, call, 0)
        : Optional.empty();
  }

  private Optional<AbstractInsnNode> maker(MethodFlow flow, int index, int operand) {
    Set<AbstractInsnNode> origins = flow.origins(index, operand);
    if (origins.size() != 1) {
      return Optional.empty();
    }
    AbstractInsnNode origin = origins.iterator().next();
    if (origin instanceof ParameterNode parameter) {
      return Optional.ofNullable(makers.get(parameter.local()));
    }
    return origin.getOpcode() == Opcodes.NEW || origin instanceof InvokeDynamicInsnNode
        ? Optional.of(origin)
        : Optional.empty();
  }

  /** What a call gives to the method that it runs. */
  Givens passed(MethodFlow caller, int call, MethodFlow target) {
    Map<Integer, AbstractInsnNode> passed = new HashMap<>();
    for (int operand = 0; operand < caller.operands(call).size(); operand++) {
      int local = target.localOfArgument(operand);
      maker(caller, call, operand).ifPresent(made -> passed.put(local, made));
    }
    return new Givens(Map.copyOf(passed));
  }

  /** Whether a call runs the body of a lambda, which is looked at where that is made. */
  static boolean runsBody(AbstractInsnNode maker, MethodInsnNode call) {
    return maker instanceof InvokeDynamicInsnNode lambda
        && lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && lambda.name.equals(call.name)
        && lambda.bsmArgs[0] instanceof Type type
        && type.getDescriptor().equals(call.desc);
  }
}
