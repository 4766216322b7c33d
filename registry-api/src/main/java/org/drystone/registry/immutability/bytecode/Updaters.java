package org.drystone.registry.immutability.bytecode;

import java.util.Set;
import java.util.stream.IntStream;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds fields that may be written by handles, updaters or {@code Unsafe}, not by instructions. */
final class Updaters {

  private static final Set<String> FINDERS =
      Set.of(
          "findVarHandle",
          "findSetter",
          "unreflectVarHandle",
          "unreflectSetter",
          "newUpdater",
          "objectFieldOffset");

  private Updaters() {}

  /** Whether the family makes an updater for a field of that name, or for one that is not told. */
  static boolean mayReach(Family family, FieldId field) {
    return family.flowsWith(Updaters::isFinder).stream()
        .anyMatch(
            flow ->
                IntStream.range(0, flow.size())
                    .filter(index -> flow.isReachable(index) && isFinder(flow.instruction(index)))
                    .anyMatch(index -> mayFind(flow, index, field)));
  }

  private static boolean isFinder(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call && FINDERS.contains(call.name);
  }

  private static boolean mayFind(MethodFlow flow, int index, FieldId field) {
    MethodInsnNode call = (MethodInsnNode) flow.instruction(index);
    Type[] parameters = Type.getArgumentTypes(call.desc);
    int shift = flow.operands(index).size() - parameters.length;
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i].getClassName().equals("java.lang.String")) {
        return !flow.origins(index, i + shift).stream()
            .allMatch(name -> name instanceof LdcInsnNode text && !text.cst.equals(field.name()));
      }
    }
    return true;
  }
}
