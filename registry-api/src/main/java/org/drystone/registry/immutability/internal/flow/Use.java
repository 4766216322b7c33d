package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.tree.AbstractInsnNode;

/** A place where an instruction uses a value, and as which of its operands. */
public record Use(MethodFlow flow, int index, int operand) {

  /** All uses of values that may have such an origin. */
  public static List<Use> of(MethodFlow flow, Predicate<AbstractInsnNode> origin) {
    List<Use> uses = new ArrayList<>();
    for (int index = 0; index < flow.size(); index++) {
      int operands = flow.operands(index).size();
      for (int operand = 0; operand < operands; operand++) {
        if (flow.origins(index, operand).stream().anyMatch(origin)) {
          uses.add(new Use(flow, index, operand));
        }
      }
    }
    return uses;
  }

  public AbstractInsnNode instruction() {
    return flow.instruction(index);
  }

  public int opcode() {
    return instruction().getOpcode();
  }
}
