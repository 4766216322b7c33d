package org.drystone.registry.immutability.internal.ownership;

import java.util.function.BiPredicate;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What is stored in the private fields of a class, in the objects of all its subclasses. */
final class Stored {

  private final Family family;

  Stored(Family family) {
    this.family = family;
  }

  /** Whether a field that was read holds nothing but what {@code Arrays.asList} gave. */
  boolean isArrayList(FieldId field, AbstractInsnNode origin) {
    return field.isReadBy(origin) && isAlways(field, (flow, made) -> isArrayList(made));
  }

  private static boolean isArrayList(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.owner.equals("java/util/Arrays")
        && call.name.equals("asList");
  }

  private boolean isAlways(FieldId field, BiPredicate<MethodFlow, AbstractInsnNode> made) {
    return family.fields().isPrivateOrFinal(field)
        && family.flowsWith(field.name(), field::isWrittenBy).stream()
            .allMatch(flow -> isAlways(flow, field, made));
  }

  private static boolean isAlways(
      MethodFlow flow, FieldId field, BiPredicate<MethodFlow, AbstractInsnNode> made) {
    return Use.of(flow, origin -> true).stream()
        .filter(use -> use.opcode() == Opcodes.PUTFIELD && use.operand() == 1)
        .filter(use -> field.isWrittenBy(use.instruction()))
        .allMatch(use -> flow.origins(use.index(), 1).stream().allMatch(o -> made.test(flow, o)));
  }
}
