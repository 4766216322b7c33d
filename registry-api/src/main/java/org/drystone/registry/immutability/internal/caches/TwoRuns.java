package org.drystone.registry.immutability.internal.caches;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Guard;
import org.drystone.registry.immutability.internal.flow.JointNode;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Compares two runs of a method: one that finds the caches empty, and one that finds them filled.
 *
 * <p>Up to the guard they are the same. Between the guard and the place where its ways meet again
 * they may differ; what they bring along from there, or return from within, has to be what is in
 * one of the caches, or was just stored in it. Then they are the same again.
 */
final class TwoRuns {

  /** A place, or the way to the next one, at which a value is looked at. */
  private record Site(int from, int to) {}

  private final Naming naming;
  private final MethodFlow flow;
  private final Guard guard;
  private final Region region;
  private final Set<FieldId> caches;
  private final List<Fill> fills;
  private final Function<MethodInsnNode, Set<FieldId>> fillers;
  private final BitSet settled;
  private final Map<Integer, BitSet> onlyThrough = new HashMap<>();
  private final Set<AbstractInsnNode> underway = new HashSet<>();

  /**
   * Compares runs of a method.
   *
   * @param fills where the method fills the caches; nobody else does, if it does at all
   * @param fillers the caches of which calls on the same object give back the content
   */
  TwoRuns(
      Naming naming,
      Guard guard,
      Region region,
      Set<FieldId> caches,
      List<Fill> fills,
      Function<MethodInsnNode, Set<FieldId>> fillers) {
    this.naming = naming;
    this.flow = naming.flow();
    this.guard = guard;
    this.region = region;
    this.caches = caches;
    this.fills = fills;
    this.fillers = fillers;
    this.settled =
        naming
            .paths()
            .onlyBy((from, to) -> guard.isFilledWay(from, to) || !fieldsOfCall(from).isEmpty());
  }

  /** Whether nobody can tell the runs from each other by what they give back. */
  boolean areSame() {
    Set<FieldId> returned = new HashSet<>(caches);
    for (int index = 0; index < flow.size(); index++) {
      if (region.isInside(index)) {
        if (Arms.isReturn(flow.instruction(index).getOpcode()) && naming.operands(index) == 1) {
          returned.retainAll(fieldsOf(naming.operand(index, 0), new Site(index, -1)));
        }
      } else if (!usesTheSame(index)) {
        return false;
      }
    }
    return !returned.isEmpty();
  }

  /** The caches of which every run gives back the content. */
  Set<FieldId> returned() {
    Set<FieldId> returned = new HashSet<>(caches);
    for (int index = 0; index < flow.size(); index++) {
      if (flow.isReachable(index) && Arms.isReturn(flow.instruction(index).getOpcode())) {
        returned.retainAll(
            naming.operands(index) == 1
                ? fieldsOf(naming.operand(index, 0), new Site(index, -1))
                : Set.of());
      }
    }
    return returned;
  }

  private boolean usesTheSame(int index) {
    if (flow.isReachable(index) && !guard.isTest(index)) {
      for (int operand = 0; operand < naming.operands(index); operand++) {
        if (!isSame(naming.operand(index, operand), index)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a value is the same in both runs, at a place that both of them reach. */
  private boolean isSame(AbstractInsnNode name, int index) {
    if (name instanceof JointNode joint) {
      return isSameJoint(joint);
    }
    int made = flow.indexOf(name);
    if (made >= 0 && region.isInside(made)) {
      return !fieldsOf(name, new Site(index, -1)).isEmpty();
    }
    return name != Naming.UNSET && (fieldOf(name) == null || isSettled(made));
  }

  private boolean isSameJoint(JointNode joint) {
    if (!underway.add(joint)) {
      return true; // Decided by whoever asked first; a loop adds nothing.
    }
    try {
      Set<FieldId> fields = new HashSet<>(caches);
      for (Naming.Arrival arrival : naming.arrivals(joint)) {
        Site site = new Site(arrival.from(), arrival.to());
        if (isGuarded(site)) {
          fields.retainAll(fieldsOf(arrival.name(), site));
        } else if (!isSame(arrival.name(), arrival.from())) {
          return false;
        }
      }
      return !fields.isEmpty();
    } finally {
      underway.remove(joint);
    }
  }

  private boolean isGuarded(Site site) {
    return region.isInside(site.from())
        || guard.isEmptyWay(site.from(), site.to())
        || guard.isFilledWay(site.from(), site.to());
  }

  /** The caches whose content the value is there; all of them, where none is ever filled. */
  private Set<FieldId> fieldsOf(AbstractInsnNode name, Site site) {
    if (isNeverFilled(site) || underway.contains(name)) {
      return caches;
    }
    Set<FieldId> fields = new HashSet<>(storedAs(name, site));
    FieldId read = fieldOf(name);
    if (read != null && (isFound(name, site) || isSettled(flow.indexOf(name)))) {
      fields.add(read);
    }
    if (name instanceof MethodInsnNode) {
      fields.addAll(fieldsOfCall(flow.indexOf(name)));
    }
    if (name instanceof JointNode joint) {
      fields.addAll(fieldsOfAll(joint));
    }
    return fields;
  }

  private Set<FieldId> fieldsOfAll(JointNode joint) {
    underway.add(joint);
    try {
      Set<FieldId> fields = new HashSet<>(caches);
      naming
          .arrivals(joint)
          .forEach(
              arrival ->
                  fields.retainAll(
                      fieldsOf(arrival.name(), new Site(arrival.from(), arrival.to()))));
      return fields;
    } finally {
      underway.remove(joint);
    }
  }

  private Set<FieldId> storedAs(AbstractInsnNode name, Site site) {
    Set<FieldId> fields = new HashSet<>();
    for (Fill fill : fills) {
      if (naming.operand(fill.index(), 1) == name && isOnlyAfter(fill.index(), site.from())) {
        fields.add(fill.field());
      }
    }
    return fields;
  }

  private boolean isOnlyAfter(int fill, int index) {
    return onlyThrough
        .computeIfAbsent(fill, f -> naming.paths().onlyThrough(i -> i == f))
        .get(index);
  }

  /** Where nothing is or will be stored although the cache is empty, it always will be empty. */
  private boolean isNeverFilled(Site site) {
    int next = site.to() < 0 ? site.from() : site.to();
    return !fills.isEmpty()
        && (region.isFill(site.from()) || guard.isEmptyWay(site.from(), site.to()))
        && fills.stream().map(Fill::index).noneMatch(fill -> isBetween(fill, site.from(), next));
  }

  /** Whether a run that passes these places may pass the instruction, before or after. */
  private boolean isBetween(int instruction, int from, int next) {
    return instruction == from
        || instruction == next
        || canFollow(instruction, from)
        || canFollow(next, instruction);
  }

  /** Whether a cache that was read was found to be filled. */
  private boolean isFound(AbstractInsnNode read, Site site) {
    boolean isTested = guard.tests().stream().anyMatch(test -> test.read() == read);
    return region.isHit(flow.indexOf(read))
        || guard.found(other -> !isTested || other == read, site.from(), site.to());
  }

  /** Whether a cache that is read there will never be filled later. */
  private boolean isSettled(int read) {
    return settled.get(read)
        || (!fills.isEmpty()
            && region.isAsked(read)
            && fills.stream().noneMatch(fill -> canFollow(read, fill.index())));
  }

  private boolean canFollow(int first, int second) {
    return naming.paths().canFollow(first, second, barrier -> false);
  }

  private @Nullable FieldId fieldOf(AbstractInsnNode name) {
    return caches.stream().filter(cache -> cache.isReadBy(name)).findFirst().orElse(null);
  }

  private Set<FieldId> fieldsOfCall(int index) {
    return index >= 0
            && flow.isReachable(index)
            && flow.instruction(index) instanceof MethodInsnNode call
            && naming.operands(index) == 1
            && flow.isThis(naming.operand(index, 0))
        ? fillers.apply(call)
        : Set.of();
  }
}
