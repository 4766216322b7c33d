package org.drystone.registry.immutability.internal.determinism;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that an array in a private static final field, of whatever class, always holds the same:
 * it is made for that field, filled before the class is there for others, and everybody only reads
 * what is in it.
 */
final class Tables implements Opcodes {

  private static final Set<String> OF_STRINGS = Set.of("toCharArray", "getBytes", "split");

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  Tables(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  boolean include(FieldInsnNode read) {
    Class<?> owner = dispatch.load(read.owner);
    if (owner == null || !holdsImmutable(Type.getType(read.desc))) {
      return false;
    }
    Optional<Map<String, ClassNode>> nest = Nest.of(owner);
    return nest.isPresent()
        && Optional.ofNullable(nest.get().get(read.owner))
            .filter(node -> isPrivateConstant(node, read.name))
            .isPresent()
        && nest.get().values().stream()
            .flatMap(node -> flows(node, read))
            .allMatch(flow -> isHarmless(flow, read));
  }

  private boolean holdsImmutable(Type array) {
    Type element = array.getElementType();
    return element.getSort() < Type.ARRAY
        || Optional.<Class<?>>ofNullable(dispatch.load(element.getInternalName()))
            .filter(types::holdsOnlyImmutable)
            .isPresent();
  }

  private static boolean isPrivateConstant(ClassNode owner, String name) {
    int wanted = ACC_PRIVATE | ACC_FINAL;
    return owner.fields.stream()
        .anyMatch(field -> field.name.equals(name) && (field.access & wanted) == wanted);
  }

  private Stream<MethodFlow> flows(ClassNode node, FieldInsnNode table) {
    ClassNode known = family.has(node.name) ? family.find(node.name).orElse(node) : node;
    return family.flowsOf(
        known,
        instruction -> is(instruction, GETSTATIC, table) || is(instruction, PUTSTATIC, table));
  }

  private boolean isHarmless(MethodFlow flow, FieldInsnNode table) {
    boolean isMaking = flow.method().name.equals("<clinit>");
    return IntStream.range(0, flow.size())
        .filter(flow::isReachable)
        .allMatch(
            index ->
                is(flow.instruction(index), GETSTATIC, table)
                    ? areHarmless(flow, flow.instruction(index), table, isMaking)
                    : !is(flow.instruction(index), PUTSTATIC, table) || isMade(flow, index, table));
  }

  private boolean isMade(MethodFlow flow, int index, FieldInsnNode table) {
    return flow.origins(index, 0).stream().allMatch(origin -> isMade(flow, origin, table));
  }

  private boolean isMade(MethodFlow flow, AbstractInsnNode origin, FieldInsnNode table) {
    if (Fresh.isArray(origin)) {
      return areHarmless(flow, origin, table, true);
    }
    if (!(origin instanceof MethodInsnNode call) || !areHarmless(flow, origin, table, true)) {
      return false;
    }
    return (call.owner.equals("java/lang/String") && OF_STRINGS.contains(call.name))
        || family.target(call).filter(maker -> makes(maker, table)).isPresent();
  }

  private boolean makes(MethodFlow maker, FieldInsnNode table) {
    return IntStream.range(0, maker.size())
        .filter(maker::isReachable)
        .filter(index -> maker.instruction(index).getOpcode() == ARETURN)
        .allMatch(
            index ->
                maker.origins(index, 0).stream()
                    .allMatch(
                        made -> Fresh.isArray(made) && areHarmless(maker, made, table, true)));
  }

  private boolean areHarmless(
      MethodFlow flow, AbstractInsnNode array, FieldInsnNode table, boolean isMaking) {
    return flow.uses(array).stream().allMatch(use -> isHarmless(use, table, isMaking));
  }

  private boolean isHarmless(Use use, FieldInsnNode table, boolean isMaking) {
    int opcode = use.opcode();
    boolean isNested = Type.getType(table.desc).getDimensions() > 1;
    if (opcode == AALOAD) {
      return !isNested || areHarmless(use.flow(), use.instruction(), table, isMaking);
    }
    if (opcode >= IASTORE && opcode <= SASTORE) {
      return isMaking && (use.operand() == 0 || isNested);
    }
    return (opcode >= IALOAD && opcode <= SALOAD)
        || opcode == ARRAYLENGTH
        || (isMaking && (opcode == ARETURN || is(use.instruction(), PUTSTATIC, table)));
  }

  private static boolean is(AbstractInsnNode instruction, int opcode, FieldInsnNode table) {
    return instruction.getOpcode() == opcode
        && ((FieldInsnNode) instruction).owner.equals(table.owner)
        && ((FieldInsnNode) instruction).name.equals(table.name);
  }
}
