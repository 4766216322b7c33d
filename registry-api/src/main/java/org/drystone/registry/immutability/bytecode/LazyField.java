package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Proves that a field is a cache that nobody can tell from a constant.
 *
 * <p>Each write lies where a guard found the field (or a flag beside it) empty, in a method without
 * parameters and without clocks or dice. What such a method gives back, and everything it works
 * with where the two ways meet again, is the field or what was just stored in it: then a first and
 * a later call cannot differ. Nobody reads the field without asking first whether it is empty.
 */
final class LazyField {

  private final Family family;
  private final FieldId field;
  private final FieldId guardField;
  private final Set<FieldId> caches;
  private final Construction construction;

  /**
   * A proof for a field that is filled while the guarding field is empty.
   *
   * @param caches all fields of the class that are written after construction
   */
  LazyField(
      Family family,
      FieldId field,
      FieldId guardField,
      Set<FieldId> caches,
      Construction construction) {
    this.family = family;
    this.field = field;
    this.guardField = guardField;
    this.caches = caches;
    this.construction = construction;
  }

  /** Whether the writes and all reads are those of a cache. */
  boolean isCache() {
    Set<Object> sentinels = new HashSet<>();
    for (MethodFlow flow : family.flowsWith(this::mentionsField)) {
      if (Serialization.isExempt(family, flow)) {
        continue;
      }
      Guard guard = new Guard(flow, guardField);
      sentinels.addAll(guard.sentinels());
      if (!isHarmless(flow, guard)) {
        return false;
      }
    }
    return sentinels.size() <= 1;
  }

  private boolean mentionsField(AbstractInsnNode instruction) {
    return field.isReadBy(instruction) || field.isWrittenBy(instruction);
  }

  private boolean isHarmless(MethodFlow flow, Guard guard) {
    List<Integer> writes = lateWrites(flow);
    if (!guard.exists()) {
      return writes.isEmpty() && readsAreCopied(flow);
    }
    if (!writes.isEmpty() && (flow.hasParameters() || !new Determinism(family).holds(flow))) {
      return false;
    }
    Region region = new Region(flow, family.paths(flow), guard);
    return writes.stream().allMatch(region::isFill)
        && writes.stream().noneMatch(write -> isRepeated(flow, write, writes))
        && new Indistinguishable(family, flow, region, guard, caches).holds(field);
  }

  /** A field that is written step by step shows others the steps. */
  private boolean isRepeated(MethodFlow flow, int write, List<Integer> writes) {
    return writes.stream()
        .anyMatch(next -> family.paths(flow).canFollow(write, next, barrier -> false));
  }

  /** The writes that do not belong to the making of the object. */
  private List<Integer> lateWrites(MethodFlow flow) {
    return Writes.of(flow, field).stream()
        .filter(write -> !construction.isUnseen(new Use(flow, write, 0)))
        .collect(Collectors.toList());
  }

  /** Reads that only hand the cache on to a copy, or that make {@code equals} faster. */
  private boolean readsAreCopied(MethodFlow flow) {
    boolean equals = flow.method().name.equals("equals") && flow.hasParameters();
    return Use.of(flow, field::isReadBy).stream()
        .allMatch(
            use ->
                (equals && flow.instruction(use.index()).getOpcode() != Opcodes.IRETURN)
                    || (field.isWrittenBy(use.instruction()) && use.operand() == 1));
  }
}
