package org.drystone.registry.immutability.internal.ownership;

import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Exact;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells which values stay with objects of one exact class, whatever methods pass them on. */
final class Bonds {

  private final Family family;

  Bonds(Family family) {
    this.family = family;
  }

  /**
   * Whether the value that an instruction stores or passes on stays with objects of the exact
   * class: with the very object whose method this is, which had it before, or with a new one. Where
   * no exact class is in question, it does.
   */
  boolean bind(Use use, AbstractInsnNode origin) {
    return family.exact().map(exact -> bind(exact, use, origin)).orElse(true);
  }

  /** Whether the method, if its object is one of those asked about at all, is called on such. */
  boolean keepInQuestion(Alias alias, Use use, MethodFlow target) {
    return family.exact().filter(exact -> exact.hasMethod(target)).isEmpty()
        || bind(use, alias.origin());
  }

  private boolean bind(Exact exact, Use use, AbstractInsnNode origin) {
    MethodFlow flow = use.flow();
    boolean isMade = isMade(flow, origin);
    if (flow.origins(use.index(), 0).stream().allMatch(flow::isThis)) {
      return isMade || exact.keepsToItself(flow);
    }
    return isGivenToNew(exact, use)
        && (!exact.hasMethod(flow)
            || isCertain(exact, flow)
            || (isMade && flow.uses(origin).stream().noneMatch(Bonds::isGivenToThis)));
  }

  /** Whether the method runs on objects of the exact class only. */
  private static boolean isCertain(Exact exact, MethodFlow flow) {
    return flow.owner().name.equals(exact.type().name()) && exact.type().isFinal();
  }

  private boolean isMade(MethodFlow flow, AbstractInsnNode origin) {
    return Fresh.isMade(origin)
        || (origin instanceof MethodInsnNode call && new Copies(family, flow).make(call));
  }

  private static boolean isGivenToNew(Exact exact, Use use) {
    return use.flow().origins(use.index(), 0).stream().allMatch(exact::isNewExact);
  }

  private static boolean isGivenToThis(Use use) {
    return use.operand() > 0
        && use.flow().origins(use.index(), 0).stream().anyMatch(use.flow()::isThis);
  }
}
