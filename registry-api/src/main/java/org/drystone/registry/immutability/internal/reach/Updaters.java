package org.drystone.registry.immutability.internal.reach;

import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Handles;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds fields that may be written by handles, updaters or {@code Unsafe}, not by instructions. */
public final class Updaters {

  /** The methods of the JDK that make them. */
  static final Set<String> FINDERS =
      Set.of(
          "findVarHandle",
          "findSetter",
          "unreflectVarHandle",
          "unreflectSetter",
          "newUpdater",
          "objectFieldOffset");

  private Updaters() {}

  /** Whether the family makes an updater for a field of that name, or for one that is not told. */
  public static boolean mayReach(Family family, FieldId field) {
    return !family
            .flowsWith(field.name(), i -> Handles.anyIn(i, handle -> isSetter(handle, field)))
            .isEmpty()
        || isFound(family, field);
  }

  private static boolean isFound(Family family, FieldId field) {
    return FINDERS.stream()
        .flatMap(name -> family.flowsWith(name, Updaters::isFinder).stream())
        .anyMatch(
            flow ->
                IntStream.range(0, flow.size())
                    .filter(index -> flow.isReachable(index) && isFinder(flow.instruction(index)))
                    .anyMatch(
                        index ->
                            mayFind(flow, index, field)
                                && (family.has(flow.owner().name) || names(flow, index, field))));
  }

  private static boolean isFinder(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        ? FINDERS.contains(call.name)
        : Handles.anyIn(instruction, handle -> FINDERS.contains(handle.getName()));
  }

  /** Whether a method handle of the family's writes the field. */
  private static boolean isSetter(Handle handle, FieldId field) {
    return handle.getTag() == Opcodes.H_PUTFIELD && handle.getName().equals(field.name());
  }

  /** Beyond the family, a class that is found by reflection is none of our business. */
  private static boolean names(MethodFlow flow, int index, FieldId field) {
    return Use.of(flow, origin -> isClass(origin, field)).stream()
        .anyMatch(use -> use.index() == index);
  }

  private static boolean isClass(AbstractInsnNode origin, FieldId field) {
    return origin instanceof LdcInsnNode constant
        && constant.cst instanceof Type type
        && field.holders().contains(type.getInternalName());
  }

  private static boolean mayFind(MethodFlow flow, int index, FieldId field) {
    if (!(flow.instruction(index) instanceof MethodInsnNode call)) {
      return true;
    }
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
