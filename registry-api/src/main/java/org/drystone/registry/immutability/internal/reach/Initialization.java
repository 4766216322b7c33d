package org.drystone.registry.immutability.internal.reach;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Search;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Proves that an object is written only while its own constructor runs: by that, or by private
 * helpers that nobody else calls. Then it does not matter who may see the object already, as it
 * does not for final fields: that is over once the object is complete.
 */
public final class Initialization {

  private final Family family;
  private final Callers callers;

  private final Search<Use> search = new Search<>((use, calls) -> !holds(use, calls));

  public Initialization(Family family) {
    this.family = family;
    this.callers = new Callers(family);
  }

  /** Whether the constructor of the used object still runs at that place. */
  public boolean isUnderway(Use use) {
    return !search.finds(use);
  }

  /** Whether the use holds if those calls do that it depends on, which are added. */
  private boolean holds(Use use, Collection<Use> calls) {
    Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
    return !origins.isEmpty()
        && origins.stream().allMatch(origin -> isBeingMade(use.flow(), origin, calls));
  }

  private boolean isBeingMade(MethodFlow flow, AbstractInsnNode origin, Collection<Use> calls) {
    if (!(origin instanceof ParameterNode parameter)) {
      return false;
    }
    if (flow.isThis(origin) && (flow.isConstructor() || Serialization.isExempt(family, flow))) {
      return true;
    }
    Optional<List<Use>> known = callers.some(flow, flow.argumentOf(parameter));
    known.ifPresent(calls::addAll);
    return known.isPresent();
  }
}
