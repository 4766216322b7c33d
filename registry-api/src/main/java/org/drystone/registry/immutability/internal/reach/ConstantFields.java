package org.drystone.registry.immutability.internal.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.FinalFields;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What static final fields hold. */
public final class ConstantFields implements Opcodes {

  private ConstantFields() {}

  /** Whether it always holds an array without elements, or one of the JDK's empty collections. */
  public static boolean isEmpty(Family family, FieldInsnNode read) {
    if (read.owner.equals("java/util/Collections")) {
      return read.name.startsWith("EMPTY_");
    }
    List<Use> writes = writes(family, read);
    return !writes.isEmpty() && writes.stream().allMatch(ConstantFields::isEmptyArray);
  }

  /** All values that the constant is given; none if that cannot be told. */
  public static List<Use> writes(Family family, FieldInsnNode read) {
    Optional<ClassNode> owner =
        family.find(read.owner).filter(node -> FinalFields.isConstant(node, read.name));
    return owner.stream()
        .flatMap(node -> family.flowsOf(node, instruction -> isWrite(instruction, read)))
        .flatMap(flow -> writes(flow, read))
        .toList();
  }

  /** Whether a static field is written while its class is made only; those of the JDK are. */
  public static boolean include(Family family, FieldInsnNode read) {
    return declares(family, read.owner, read.name);
  }

  /** In the class that declares it, be it another one than an instruction names. */
  private static boolean declares(Family family, @Nullable String className, String name) {
    if (className == null) {
      return false;
    }
    Optional<ClassNode> owner =
        className.startsWith("java/") ? Optional.empty() : family.find(className);
    if (owner.isEmpty()) {
      return className.startsWith("java/") && !className.equals("java/lang/Object");
    }
    return owner.get().fields.stream().anyMatch(field -> field.name.equals(name))
        ? FinalFields.isConstant(owner.get(), name)
        : owner.get().interfaces.stream().anyMatch(parent -> declares(family, parent, name))
            || declares(family, owner.get().superName, name);
  }

  private static Stream<Use> writes(MethodFlow flow, FieldInsnNode read) {
    return IntStream.range(0, flow.size())
        .filter(index -> flow.isReachable(index) && isWrite(flow.instruction(index), read))
        .mapToObj(index -> new Use(flow, index, 0));
  }

  private static boolean isWrite(AbstractInsnNode instruction, FieldInsnNode read) {
    return instruction.getOpcode() == PUTSTATIC
        && ((FieldInsnNode) instruction).name.equals(read.name)
        && ((FieldInsnNode) instruction).desc.equals(read.desc);
  }

  private static boolean isEmptyArray(Use write) {
    return write.flow().origins(write.index(), write.operand()).stream()
        .allMatch(origin -> isEmptyArray(write.flow(), origin));
  }

  private static boolean isEmptyArray(MethodFlow flow, AbstractInsnNode origin) {
    Set<Integer> newArrays = Set.of(NEWARRAY, ANEWARRAY);
    return newArrays.contains(origin.getOpcode())
        && flow.origins(flow.indexOf(origin), 0).stream()
            .allMatch(length -> length.getOpcode() == ICONST_0);
  }
}
