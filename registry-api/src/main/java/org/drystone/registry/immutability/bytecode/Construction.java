package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drystone.registry.immutability.bytecode.OriginInterpreter.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Proves that an object is written only before anybody else can see it: by its constructors, by
 * whoever just made it, and by private helpers that get such objects only.
 */
final class Construction {

  private final Family family;
  private final Callers callers;
  private final Escape escape;
  private final Set<Use> underway = new HashSet<>();

  Construction(Family family) {
    this.family = family;
    this.callers = new Callers(family);
    this.escape = new Escape(family);
  }

  /** Whether the used object is still unseen at that place, wherever it may have come from. */
  boolean isUnseen(Use use) {
    if (!underway.add(use)) {
      return true; // Decided by whoever asked first; a helper that calls itself adds nothing.
    }
    try {
      Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
      return !origins.isEmpty()
          && origins.stream().allMatch(origin -> isNew(use.flow(), origin) && isKept(use, origin));
    } finally {
      underway.remove(use);
    }
  }

  /** Whether the object whose method this is, if any, was shown to nobody before that place. */
  boolean isOwnerUnseen(Use use) {
    return use.flow().isStatic() || isKept(use, new ParameterNode(0));
  }

  private boolean isNew(MethodFlow flow, AbstractInsnNode origin) {
    return origin.getOpcode() == Opcodes.NEW
        || Fresh.isClone(origin)
        || (flow.isConstructor() && flow.isThis(origin))
        || (origin instanceof ParameterNode parameter && isGivenNew(flow, parameter));
  }

  private boolean isGivenNew(MethodFlow helper, ParameterNode parameter) {
    return callers
        .some(helper, helper.argumentOf(parameter))
        .map(calls -> calls.stream().allMatch(this::isUnseen))
        .orElse(false);
  }

  private boolean isKept(Use use, AbstractInsnNode origin) {
    int made = origin instanceof ParameterNode ? -1 : use.flow().indexOf(origin);
    List<Use> leaks = use.flow().uses(origin).stream().filter(escape::leaks).toList();
    return leaks.stream()
        .noneMatch(
            leak ->
                family
                    .paths(use.flow())
                    .canFollow(leak.index(), use.index(), index -> index == made));
  }
}
