package org.drystone.registry.immutability.internal.caches;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** Proves that a clone does not take along caches that are no longer true of it. */
final class Clones {

  private final Family family;
  private final Set<FieldId> caches;

  Clones(Family family, Set<FieldId> caches) {
    this.family = family;
    this.caches = caches;
  }

  /** Whether clones stay what they are, or all caches of them are emptied. */
  boolean areHarmless() {
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
