package org.drystone.registry.immutability.internal.caches;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.determinism.Arithmetic;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The class of what a {@link ResultTable} holds: nothing but numbers in final fields. */
public final class TableEntry implements Opcodes {

  private final Family family;
  private final ClassNode node;

  private TableEntry(Family family, ClassNode node) {
    this.family = family;
    this.node = node;
  }

  /** Empty if objects of that class may hold anything else. */
  public static Optional<TableEntry> of(Family family, String className) {
    return family
        .find(className)
        .filter(node -> "java/lang/Object".equals(node.superName))
        .filter(node -> node.fields.stream().allMatch(TableEntry::isFixedNumber))
        .map(node -> new TableEntry(family, node));
  }

  private static boolean isFixedNumber(FieldNode field) {
    return (field.access & ACC_STATIC) != 0
        || ((field.access & ACC_FINAL) != 0 && field.desc.length() == 1);
  }

  String name() {
    return node.name;
  }

  /** Whether the instruction reads a number by which an entry may be recognised. */
  boolean isKey(AbstractInsnNode instruction) {
    return instruction.getOpcode() == GETFIELD
        && instruction instanceof FieldInsnNode read
        && read.owner.equals(node.name)
        && read.desc.equals("I");
  }

  /** Whether a call makes an entry and does no more than to store what it is given. */
  boolean isMadeBy(MethodInsnNode call) {
    return call.name.equals("<init>")
        && call.owner.equals(node.name)
        && Stream.of(Type.getArgumentTypes(call.desc)).allMatch(Arithmetic::isNumber)
        && constructor(call)
            .filter(flow -> IntStream.range(0, flow.size()).allMatch(i -> isPlain(flow, i)))
            .isPresent();
  }

  /** The arguments of such a call that become the key; none if something else does. */
  Set<Integer> argumentsFor(FieldInsnNode key, MethodInsnNode call) {
    FieldId field = FieldId.namedBy(key);
    return constructor(call).stream()
        .filter(flow -> Writes.of(flow, field).size() == 1)
        .flatMap(flow -> argument(flow, Writes.of(flow, field).get(0)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Integer> argument(MethodFlow flow, int write) {
    Set<AbstractInsnNode> origins = flow.origins(write, 1);
    return origins.size() == 1 && origins.iterator().next() instanceof ParameterNode parameter
        ? Optional.of(flow.argumentOf(parameter))
        : Optional.empty();
  }

  private Optional<MethodFlow> constructor(MethodInsnNode call) {
    return Member.declared(node, call.name, call.desc)
        .map(member -> family.flow(member.owner(), member.method()));
  }

  private static boolean isPlain(MethodFlow flow, int index) {
    AbstractInsnNode instruction = flow.instruction(index);
    int opcode = instruction.getOpcode();
    if (instruction instanceof MethodInsnNode call) {
      return call.owner.equals("java/lang/Object") && call.name.equals("<init>");
    }
    return opcode == PUTFIELD
        || opcode == RETURN
        || (Arithmetic.isOfNumbers(instruction)
            && !Arithmetic.mayFail(instruction)
            && !(instruction instanceof JumpInsnNode)
            && opcode != TABLESWITCH
            && opcode != LOOKUPSWITCH);
  }
}
