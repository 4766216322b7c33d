package org.drystone.registry.immutability.internal.caches;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.determinism.Determinism;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Guard;
import org.drystone.registry.immutability.internal.flow.JointNode;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Initialization;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that the fields which are filled while one of them, the guard, is empty are caches that
 * nobody can tell from constants.
 *
 * <p>One method fills them, or several that store the same, without parameters, and does nothing
 * else but to find out, from what cannot change, what belongs into them. Each write lies where the
 * guard was found empty; the guard is filled last. Nobody looks at the fields without asking the
 * guard, and whoever does goes on the same way, with the same values, whether it was empty or
 * filled: see {@link TwoRuns}.
 */
public final class Caches {

  private final Family family;
  private final Class<?> exact;
  private final FieldId guard;
  private final Determinism determinism;
  private final Set<FieldId> late;
  private final Set<FieldId> caches;
  private final Fillers fillers;

  /**
   * A proof for all fields that are filled along with the guard.
   *
   * @param exact the exact class of the objects
   * @param late all fields of the class that are written after construction
   */
  public Caches(
      Family family,
      Class<?> exact,
      FieldId guard,
      Set<FieldId> late,
      Determinism determinism,
      Construction construction,
      Initialization initialization) {
    this.family = family;
    this.exact = exact;
    this.guard = guard;
    this.determinism = determinism;
    this.late = late;
    this.fillers = new Fillers(family, guard, construction, initialization);
    this.caches = new HashSet<>(Set.of(guard));
    late.stream().filter(this::isFilledAlong).forEach(caches::add);
  }

  public boolean contains(FieldId field) {
    return caches.contains(field);
  }

  /** More than one must not be seen in another order than they were written in. */
  public boolean areMany() {
    return caches.size() > 1;
  }

  /** Whether the fields are caches; what they hold is looked at elsewhere. */
  public boolean hold() {
    return fillers.agree(late)
        && (fillers.sole().isPresent() || !areMany())
        && fillers.all().stream().allMatch(this::isSteady)
        && mentions().allMatch(this::isHarmless)
        && mentions().flatMap(flow -> guardOf(flow).sentinels().stream()).distinct().count() <= 1
        && new Clones(family, exact, caches).areHarmless();
  }

  /** Whether all methods that know the fields, but for those that make objects, take turns. */
  public boolean areSynchronized() {
    return mentions()
        .filter(flow -> !flow.isConstructor())
        .allMatch(flow -> (flow.method().access & Opcodes.ACC_SYNCHRONIZED) != 0);
  }

  private Stream<MethodFlow> mentions() {
    return family
        .flowsWith(i -> caches.stream().anyMatch(c -> c.isReadBy(i) || c.isWrittenBy(i)))
        .stream()
        .filter(flow -> !Serialization.isExempt(family, flow))
        .filter(flow -> !isMerelySerialized(flow));
  }

  private boolean isMerelySerialized(MethodFlow flow) {
    return Serialization.isWriting(family, flow)
        && caches.stream().allMatch(cache -> Writes.of(flow, cache).isEmpty());
  }

  /** Filled only where the guard is empty, without being asked itself. */
  private boolean isFilledAlong(FieldId field) {
    return fillers
        .sole()
        .filter(flow -> !new Guard(family.naming(flow), field).exists())
        .filter(flow -> isFilledIn(new Region(family.naming(flow), guardOf(flow)), flow, field))
        .isPresent();
  }

  private boolean isFilledIn(Region region, MethodFlow flow, FieldId field) {
    List<Integer> fills = fillers.fills(flow, field);
    return !fills.isEmpty() && fills.stream().allMatch(region::isFill);
  }

  private boolean isSteady(MethodFlow flow) {
    return mayFill(flow) && determinism.holds(flow);
  }

  /** Whether a method is of the kind that may fill caches: asked of an object, without more. */
  public static boolean mayFill(MethodFlow flow) {
    String desc = flow.method().desc;
    return !flow.isStatic()
        && !flow.isConstructor()
        && desc.startsWith("()")
        && !desc.endsWith("V");
  }

  private Guard guardOf(MethodFlow flow) {
    return new Guard(family.naming(flow), guard);
  }

  private boolean isHarmless(MethodFlow flow) {
    List<Fill> fills =
        caches.stream()
            .flatMap(
                cache -> fillers.fills(flow, cache).stream().map(index -> new Fill(index, cache)))
            .toList();
    if (!fills.isEmpty() && !fillers.all().contains(flow)) {
      return false;
    }
    Naming naming = family.naming(flow);
    Guard asked = guardOf(flow);
    if (!asked.exists()) {
      return fills.isEmpty() && !reads(flow);
    }
    return isOfThisAlone(naming, fills) && isHarmless(naming, asked, fills);
  }

  private boolean isHarmless(Naming naming, Guard asked, List<Fill> fills) {
    Region region = new Region(naming, asked);
    List<Integer> guardFills =
        fills.stream().filter(fill -> fill.field().equals(guard)).map(Fill::index).toList();
    return fills.stream().allMatch(fill -> isFilledOnce(naming, region, fill, fills))
        && caches.stream().allMatch(cache -> isBefore(naming, cache, fills, guardFills))
        && !new Interruptions(naming, region).tell(guardFills)
        && isSteadyInside(naming, region)
        && (asked.isExact() || isForgotten(naming, region))
        && new TwoRuns(naming, asked, region, caches, fills, this::givenBy).areSame();
  }

  private boolean isSteadyInside(Naming naming, Region region) {
    for (int index = 0; index < naming.flow().size(); index++) {
      if (region.isInside(index) && !determinism.holds(naming.flow(), index)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is made of what a cache was found to hold when it counts as empty. */
  private boolean isForgotten(Naming naming, Region region) {
    for (int index = 0; index < naming.flow().size(); index++) {
      if (region.isFill(index) && (isRead(naming.flow(), index) || usesRead(naming, index))) {
        return false;
      }
    }
    return true;
  }

  private boolean usesRead(Naming naming, int index) {
    return IntStream.range(0, naming.operands(index))
        .mapToObj(operand -> naming.operand(index, operand))
        .anyMatch(name -> mayBeRead(naming, name, new HashSet<>()));
  }

  private boolean mayBeRead(Naming naming, AbstractInsnNode name, Set<AbstractInsnNode> seen) {
    return name instanceof JointNode joint
        ? seen.add(name)
            && naming.arrivals(joint).stream().anyMatch(a -> mayBeRead(naming, a.name(), seen))
        : name == Naming.UNSET || caches.stream().anyMatch(cache -> cache.isReadBy(name));
  }

  /** A field that is written step by step shows others the steps. */
  private static boolean isFilledOnce(Naming naming, Region region, Fill fill, List<Fill> fills) {
    return region.isFill(fill.index())
        && fills.stream()
            .filter(next -> next.field().equals(fill.field()))
            .noneMatch(
                next -> naming.paths().canFollow(fill.index(), next.index(), barrier -> false));
  }

  /** Whoever finds the guard filled has to find the others filled, too. */
  private boolean isBefore(
      Naming naming, FieldId cache, List<Fill> fills, List<Integer> guardFills) {
    if (cache.equals(guard)) {
      return true;
    }
    List<Integer> own =
        fills.stream().filter(fill -> fill.field().equals(cache)).map(Fill::index).toList();
    return guardFills.stream()
        .allMatch(
            last ->
                naming.paths().onlyThrough(own::contains).get(last)
                    && own.stream()
                        .noneMatch(late -> naming.paths().canFollow(last, late, i -> false)));
  }

  /** Whether the method deals with the fields of its own object only, but for new ones. */
  private boolean isOfThisAlone(Naming naming, List<Fill> fills) {
    MethodFlow flow = naming.flow();
    boolean readsOwn =
        Stream.iterate(0, index -> index < flow.size(), index -> index + 1)
            .filter(flow::isReachable)
            .filter(index -> isRead(flow, index))
            .allMatch(index -> flow.isThis(naming.operand(index, 0)));
    return readsOwn
        && fills.stream().allMatch(fill -> flow.isThis(naming.operand(fill.index(), 0)));
  }

  private boolean reads(MethodFlow flow) {
    for (int index = 0; index < flow.size(); index++) {
      if (flow.isReachable(index) && isRead(flow, index)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRead(MethodFlow flow, int index) {
    return caches.stream().anyMatch(cache -> cache.isReadBy(flow.instruction(index)));
  }

  /** The caches that a call gives back after it has filled them. */
  private Set<FieldId> givenBy(MethodInsnNode call) {
    return family
        .target(call)
        .filter(target -> fillers.all().stream().anyMatch(flow -> flow.method() == target.method()))
        .map(target -> family.naming(target))
        .map(
            naming -> {
              Guard asked = guardOf(naming.flow());
              List<Fill> fills =
                  caches.stream()
                      .flatMap(
                          cache ->
                              fillers.fills(naming.flow(), cache).stream()
                                  .map(index -> new Fill(index, cache)))
                      .toList();
              Region region = new Region(naming, asked);
              return new TwoRuns(naming, asked, region, caches, fills, other -> Set.of())
                  .returned();
            })
        .orElse(Set.of());
  }
}
