package org.drystone.registry.immutability.internal.ownership;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/**
 * Proves that all containers that are put into a container are new, made by the very method that
 * puts them in or by a helper of its own, and are put nowhere else.
 */
final class Fillings {

  private static final Set<String> SORTED_BY_KEY =
      Set.of("java/util/TreeMap", "java/util/concurrent/ConcurrentSkipListMap");

  private final Family family;
  private final FieldId field;
  private final Levels levels;
  private final Handovers handovers;
  private final Set<MethodFlow> makers = new HashSet<>();
  private final Set<Alias> made = new HashSet<>();

  Fillings(Family family, FieldId field, Levels levels, Handovers handovers) {
    this.family = family;
    this.field = field;
    this.levels = levels;
    this.handovers = handovers;
  }

  /** Whether a method returns, as something new, what it made to be put into a container. */
  boolean isMadeToReturn(Alias alias) {
    return made.contains(alias)
        && makers.contains(alias.flow())
        && alias.flow().uses(alias.origin()).stream().noneMatch(Fillings::isValue);
  }

  /** Whether the use puts what it uses into something. */
  static boolean isValue(Use use) {
    boolean isPut =
        use.opcode() == Opcodes.AASTORE
            || (use.instruction() instanceof MethodInsnNode call
                && call.getOpcode() != Opcodes.INVOKESTATIC
                && OuterCalls.fills(call)
                && !OuterCalls.takesMaker(call));
    return isPut && use.operand() > 0 && use.operand() == last(use);
  }

  private static int last(Use use) {
    return use.flow().operands(use.index()).size() - 1;
  }

  /**
   * Whether what a use puts into a container is new; then that is found in the result, where it can
   * be changed by who has it.
   */
  Optional<List<Alias>> admit(Alias container, Use put) {
    Use value = new Use(put.flow(), put.index(), last(put));
    boolean isMaker =
        put.instruction() instanceof MethodInsnNode call && OuterCalls.takesMaker(call);
    int level = container.level() + 1;
    Optional<List<Alias>> found = isMaker ? ofMaker(value, level) : ofValue(value, level);
    found.ifPresent(all -> noteHeld(container, all));
    return found;
  }

  private void noteHeld(Alias container, List<Alias> all) {
    all.stream()
        .filter(alias -> alias.flow() == container.flow())
        .forEach(alias -> handovers.noteHeld(container, alias));
  }

  private Optional<List<Alias>> ofValue(Use value, int level) {
    Provenance provenance = new Provenance(family, field, new Inquiry(Inquiry.Reach.METHOD));
    if (!provenance.isNew(value)) {
      return Optional.empty();
    }
    Sources found = provenance.found();
    boolean isOwn =
        !found.isForeign()
            && !found.isHandedOn()
            && found.holders().isEmpty()
            && found.made().stream()
                .allMatch(
                    alias -> alias.flow() == value.flow() || found.makers().contains(alias.flow()));
    if (!isOwn) {
      return Optional.empty();
    }
    if (found.isBare()) {
      levels.noteBare(level);
    }
    makers.addAll(found.makers());
    return within(found, level);
  }

  /** What was found, of that level, if nothing unknown is in it from the start. */
  Optional<List<Alias>> within(Sources found, int level) {
    List<Alias> all = new ArrayList<>();
    found.made().forEach(alias -> all.add(alias.at(level)));
    made.addAll(all);
    if (levels.matterWithin(level)) {
      for (Use call : found.frozen()) {
        all.add(Alias.made(call.flow(), call.instruction()).at(level));
      }
      for (Alias container : List.copyOf(all)) {
        Optional<List<Alias>> inside = fromStart(found, container);
        if (inside.isEmpty()) {
          return inside;
        }
        noteHeld(container, inside.get());
        all.addAll(inside.get());
      }
    }
    return Optional.of(all);
  }

  /** What is in a container when it is made. */
  private Optional<List<Alias>> fromStart(Sources found, Alias container) {
    AbstractInsnNode origin = container.origin();
    if (origin instanceof MethodInsnNode call) {
      return ofCall(found, container, call);
    }
    if (origin instanceof MultiANewArrayInsnNode arrays) {
      IntStream.range(1, arrays.dims).forEach(inner -> levels.noteBare(container.level() + inner));
    }
    return Fresh.isArray(origin) || startsEmpty(container)
        ? Optional.of(List.of())
        : Optional.empty();
  }

  private Optional<List<Alias>> ofCall(Sources found, Alias container, MethodInsnNode call) {
    MethodFlow flow = container.flow();
    int inside = container.level() + 1;
    boolean isKnown =
        Fresh.showsArgument(call)
            || isEmpty(call)
            || family.target(call).filter(found.makers()::contains).isPresent();
    if (isKnown) {
      return Optional.of(List.of());
    }
    if (Grouped.keepsElements(flow, call)) {
      Set<AbstractInsnNode> streams = flow.origins(flow.indexOf(call), 0);
      return streams.stream().allMatch(Grouped::isMapped)
          ? ofAll(flow, streams, inside)
          : Optional.empty();
    }
    if (Grouped.intoMap(flow, call)) {
      return ofAll(flow, flow.origins(flow.indexOf(call), 1), inside);
    }
    if (Grouped.byCollector(flow, call) && !levels.matterWithin(inside)) {
      levels.noteBare(inside);
      return Optional.of(List.of());
    }
    return Optional.empty();
  }

  /** What the functions make that these calls take last. */
  private Optional<List<Alias>> ofAll(MethodFlow flow, Set<AbstractInsnNode> calls, int level) {
    List<Alias> all = new ArrayList<>();
    for (AbstractInsnNode call : calls) {
      Optional<List<Alias>> one = ofMaker(new Use(flow, flow.indexOf(call), 1), level);
      if (one.isEmpty()) {
        return one;
      }
      all.addAll(one.get());
    }
    return Optional.of(all);
  }

  /** An immutable collection without elements. */
  private static boolean isEmpty(MethodInsnNode call) {
    return Fresh.isImmutable(call) && Type.getArgumentTypes(call.desc).length == 0;
  }

  private static boolean startsEmpty(Alias container) {
    return container.flow().uses(container.origin()).stream()
        .filter(use -> use.operand() == 0)
        .filter(use -> use.instruction() instanceof MethodInsnNode)
        .map(use -> (MethodInsnNode) use.instruction())
        .filter(call -> call.name.equals("<init>"))
        .allMatch(Fillings::makesEmpty);
  }

  private static boolean makesEmpty(MethodInsnNode constructor) {
    return Arrays.stream(Type.getArgumentTypes(constructor.desc))
        .allMatch(
            type ->
                type.getSort() < Type.ARRAY
                    || type.getClassName().equals("java.lang.Class")
                    || (type.getClassName().equals("java.util.Comparator")
                        && SORTED_BY_KEY.contains(constructor.owner)));
  }

  /** What {@code k -> new ArrayList<>()} and {@code ArrayList::new} make. */
  private Optional<List<Alias>> ofMaker(Use function, int level) {
    List<Alias> all = new ArrayList<>();
    for (AbstractInsnNode origin : function.flow().origins(function.index(), function.operand())) {
      Optional<List<Alias>> one = ofMaker(origin, level);
      if (one.isEmpty()) {
        return one;
      }
      all.addAll(one.get());
    }
    return Optional.of(all);
  }

  private Optional<List<Alias>> ofMaker(AbstractInsnNode origin, int level) {
    if (!(origin instanceof InvokeDynamicInsnNode lambda)
        || !lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        || !(lambda.bsmArgs[1] instanceof Handle body)) {
      return Optional.empty();
    }
    if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      levels.noteBare(level);
      return Fresh.isContainer(body.getOwner()) && !levels.matterWithin(level)
          ? Optional.of(List.of())
          : Optional.empty();
    }
    return family.target(body).flatMap(maker -> ofResults(maker, level));
  }

  private Optional<List<Alias>> ofResults(MethodFlow maker, int level) {
    makers.add(maker);
    List<Alias> all = new ArrayList<>();
    for (int index = 0; index < maker.size(); index++) {
      if (maker.instruction(index).getOpcode() == Opcodes.ARETURN && maker.isReachable(index)) {
        Optional<List<Alias>> one = ofValue(new Use(maker, index, 0), level);
        if (one.isEmpty()) {
          return one;
        }
        all.addAll(one.get());
      }
    }
    return Optional.of(all);
  }
}
