package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Proves that a method does the same whether it fills a cache or finds it filled. */
final class Indistinguishable {

  private final MethodFlow flow;
  private final Region region;
  private final Guard guard;
  private final Set<FieldId> caches;
  private final Set<AbstractInsnNode> stored = new HashSet<>();

  Indistinguishable(MethodFlow flow, Region region, Guard guard, Set<FieldId> caches) {
    this.flow = flow;
    this.region = region;
    this.guard = guard;
    this.caches = caches;
    for (FieldId cache : caches) {
      for (int write : Writes.of(flow, cache)) {
        if (region.isFill(write)) {
          stored.addAll(flow.origins(write, 1));
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
      return !isReturn(index) || origins.stream().allMatch(this::isCached);
    }
    return origins.stream().filter(this::isMadeInside).allMatch(this::isCached);
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
    return stored.contains(origin)
        || List.copyOf(caches).stream().anyMatch(c -> c.isReadBy(origin));
  }
}
