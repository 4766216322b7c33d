package org.drystone.registry.immutability.internal.reach;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Paths;
import org.drystone.registry.immutability.internal.flow.Search;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Proves that an object is written only before anybody else can see it: by its constructors, by
 * whoever just made it, and by private helpers that get such objects only.
 *
 * <p>A use by a helper holds as long as the calls of the helper do, all of them. So one that does
 * not, however far back, decides; and helpers that call each other in a circle add nothing.
 */
public final class Construction {

  private final Family family;
  private final Callers callers;
  private final Escape escape;

  private final Search<Use> search = new Search<>((use, calls) -> !holds(use, calls));

  public Construction(Family family) {
    this.family = family;
    this.callers = new Callers(family);
    this.escape = new Escape(family);
  }

  /** Whether the used object is still unseen at that place, wherever it may have come from. */
  public boolean isUnseen(Use use) {
    return !search.finds(use);
  }

  /** Whether the use holds if those calls do that it depends on, which are added. */
  private boolean holds(Use use, Collection<Use> calls) {
    Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
    return !origins.isEmpty()
        && origins.stream()
            .allMatch(
                origin -> isNew(use.flow(), origin, calls) && isKept(use, origin, origin::equals));
  }

  /** Whether the object whose method this is, if any, was shown to nobody before that place. */
  public boolean isOwnerUnseen(Use use) {
    ParameterNode owner = new ParameterNode(0);
    return use.flow().isStatic() || isKept(use, owner, owner::equals);
  }

  /**
   * Whether the object in whose field a method has found something was shown to nobody since.
   *
   * @param leads tells the values that lead to what was found, which may outlast the object
   */
  public boolean isHolderUnseen(Use read, int later, Predicate<AbstractInsnNode> leads) {
    return read.flow().origins(read.index(), read.operand()).stream()
        .allMatch(
            origin -> isKept(new Use(read.flow(), later, 0), origin, leads.or(origin::equals)));
  }

  private boolean isNew(MethodFlow flow, AbstractInsnNode origin, Collection<Use> calls) {
    return origin.getOpcode() == Opcodes.NEW
        || Fresh.isClone(origin)
        || (flow.isConstructor() && flow.isThis(origin))
        || (origin instanceof ParameterNode parameter && isGiven(flow, parameter, calls));
  }

  private boolean isGiven(MethodFlow helper, ParameterNode parameter, Collection<Use> calls) {
    Optional<List<Use>> known = callers.some(helper, helper.argumentOf(parameter));
    known.ifPresent(calls::addAll);
    return known.isPresent();
  }

  private boolean isKept(Use use, AbstractInsnNode origin, Predicate<AbstractInsnNode> leads) {
    Paths paths = family.paths(use.flow());
    List<Use> leaks = use.flow().uses(origin).stream().filter(escape::leaks).toList();
    int made = leaks.isEmpty() ? -1 : newAgain(use.flow(), origin, leads, paths);
    return leaks.stream()
        .noneMatch(leak -> paths.canFollow(leak.index(), use.index(), index -> index == made));
  }

  /** Where another object takes the place of the one before; -1 if that is still known there. */
  private static int newAgain(
      MethodFlow flow, AbstractInsnNode origin, Predicate<AbstractInsnNode> leads, Paths paths) {
    int made = origin instanceof ParameterNode ? -1 : flow.indexOf(origin);
    return made >= 0 && flow.isKeptAt(made, leads, paths) ? -1 : made;
  }
}
