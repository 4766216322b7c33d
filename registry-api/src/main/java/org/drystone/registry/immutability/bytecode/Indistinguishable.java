package org.drystone.registry.immutability.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Proves that a method does the same whether it fills a cache or finds it filled. */
final class Indistinguishable {

  private final Family family;
  private final MethodFlow flow;
  private final Region region;
  private final Guard guard;
  private final Set<FieldId> caches;
  private final List<Integer> writes = new ArrayList<>();
  private final Set<AbstractInsnNode> stored = new HashSet<>();

  Indistinguishable(
      Family family, MethodFlow flow, Region region, Guard guard, Set<FieldId> caches) {
    this.family = family;
    this.flow = flow;
    this.region = region;
    this.guard = guard;
    this.caches = caches;
    for (FieldId cache : caches) {
      for (int write : Writes.of(flow, cache)) {
        if (region.isFill(write)) {
          stored.addAll(flow.origins(write, 1));
          writes.add(write);
        }
      }
    }
  }

  /** Whether it holds, and nothing but a guard looks at the field before that is known. */
  boolean holds(FieldId field) {
    for (int index = 0; index < flow.size(); index++) {
      for (int operand = 0; operand < flow.operands(index).size(); operand++) {
        Set<AbstractInsnNode> origins = flow.origins(index, operand);
        if (!isEqualBothWays(index, origins) || looksTooEarly(index, origins, field)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean looksTooEarly(int index, Set<AbstractInsnNode> origins, FieldId field) {
    return region.isBefore(index)
        && !guard.isTest(index)
        && origins.stream().anyMatch(field::isReadBy);
  }

  private boolean isEqualBothWays(int index, Set<AbstractInsnNode> origins) {
    boolean inside = region.isFill(index) || region.isHit(index);
    if (inside) {
      return !isReturn(index)
          || origins.stream().allMatch(this::isCached)
          || (region.isFill(index) && !isAfterWrite(index));
    }
    return origins.stream().filter(this::isMadeInside).allMatch(this::isCached);
  }

  /** Where nothing was stored, the next call comes here again. */
  private boolean isAfterWrite(int index) {
    return writes.stream()
        .anyMatch(write -> family.paths(flow).canFollow(write, index, barrier -> false));
  }

  private boolean isReturn(int index) {
    int opcode = flow.instruction(index).getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN;
  }

  private boolean isMadeInside(AbstractInsnNode origin) {
    int index = flow.indexOf(origin);
    return index >= 0 && (region.isFill(index) || region.isHit(index));
  }

  private boolean isCached(AbstractInsnNode origin) {
    return stored.contains(origin) || isRead(origin) || isFiller(origin);
  }

  private boolean isRead(AbstractInsnNode origin) {
    return caches.stream().anyMatch(cache -> cache.isReadBy(origin));
  }

  /** A call of a method that gives back the cache, after filling it. */
  private boolean isFiller(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && flow.origins(flow.indexOf(call), 0).stream().allMatch(flow::isThis)
        && family.target(call).filter(this::returnsCache).isPresent();
  }

  private boolean returnsCache(MethodFlow filler) {
    for (int index = 0; index < filler.size(); index++) {
      int opcode = filler.instruction(index).getOpcode();
      if (opcode >= Opcodes.IRETURN
          && opcode <= Opcodes.ARETURN
          && !filler.origins(index, 0).stream().allMatch(this::isRead)) {
        return false;
      }
    }
    return !filler.hasParameters();
  }
}
