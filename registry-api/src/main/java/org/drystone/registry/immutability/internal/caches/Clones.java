package org.drystone.registry.immutability.internal.caches;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.ExactType;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** Proves that a clone does not take along caches that are no longer true of it. */
final class Clones {

  private final Family family;
  private final Class<?> exact;
  private final Set<FieldId> caches;

  Clones(Family family, Class<?> exact, Set<FieldId> caches) {
    this.family = family;
    this.exact = exact;
    this.caches = caches;
  }

  /** Whether clones stay what they are, or all caches of them are emptied. */
  boolean areHarmless() {
    return areHarmlessInFamily()
        && (!Cloneable.class.isAssignableFrom(exact) || isNeverChangedBeyond());
  }

  /** Whether the other superclasses, and who shares their private members, change no clones. */
  private boolean isNeverChangedBeyond() {
    return ExactType.of(exact)
        .filter(
            type ->
                type.chain()
                    .filter(part -> !family.self().name.equals(part.name))
                    .map(part -> type.part(part.name).orElseThrow())
                    .allMatch(part -> isNeverChanged(part, type)))
        .isPresent();
  }

  private boolean isNeverChanged(Class<?> part, ExactType type) {
    return Nest.of(part)
        .filter(
            nest ->
                nest.values().stream()
                    .flatMap(member -> member.methods.stream())
                    .filter(method -> !method.name.equals("<init>"))
                    .flatMap(method -> Arrays.stream(method.instructions.toArray()))
                    .noneMatch(instruction -> isChange(instruction, type)))
        .isPresent();
  }

  private boolean isChange(AbstractInsnNode instruction, ExactType type) {
    return instruction.getOpcode() == Opcodes.PUTFIELD
        && type.isBuiltOn(((FieldInsnNode) instruction).owner)
        && caches.stream().noneMatch(cache -> cache.isWrittenBy(instruction));
  }

  private boolean areHarmlessInFamily() {
    return family.flowsWith(Fresh::isClone).stream()
            .filter(flow -> caches.stream().anyMatch(c -> c.holders().contains(flow.owner().name)))
            .allMatch(this::empties)
        || !isChanged();
  }

  /** Whether anything but a constructor writes another field of the class. */
  private boolean isChanged() {
    return !family
        .flowsWith(
            i ->
                i.getOpcode() == Opcodes.PUTFIELD
                    && ((FieldInsnNode) i).owner.equals(family.self().name)
                    && caches.stream().noneMatch(cache -> cache.isWrittenBy(i)))
        .stream()
        .allMatch(MethodFlow::isConstructor);
  }

  private boolean empties(MethodFlow flow) {
    return caches.stream().allMatch(cache -> empties(flow, cache));
  }

  private boolean empties(MethodFlow flow, FieldId cache) {
    List<Integer> resets =
        Writes.of(flow, cache).stream()
            .filter(write -> flow.origins(write, 0).stream().allMatch(Fresh::isClone))
            .toList();
    return IntStream.range(0, flow.size())
        .filter(index -> Arms.isReturn(flow.instruction(index).getOpcode()))
        .allMatch(index -> family.paths(flow).onlyThrough(resets::contains).get(index));
  }
}
