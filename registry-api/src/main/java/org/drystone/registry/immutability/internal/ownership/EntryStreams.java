package org.drystone.registry.immutability.internal.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What the functions that a stream of a map's entries is given do to the entries, and what is left
 * of them in its result: {@code map.entrySet().stream().filter(..).map(Entry::getKey)}.
 */
final class EntryStreams {

  /**
   * A step of such a stream.
   *
   * @param inside the entries, as the functions get them
   */
  record Step(Effect effect, List<Alias> inside) {}

  private static final String ENTRY = "java/util/Map$Entry";
  private static final Set<String> KEY_READERS = Set.of("getKey", "toString");
  private static final Set<String> STREAMING = Set.of("stream", "parallelStream");

  /** The result is a stream of entries. */
  private static final Set<String> KEEPING =
      Set.of("filter", "sorted", "peek", "takeWhile", "dropWhile", "distinct", "parallel");

  /** The result is what the functions make of the entries. */
  private static final Set<String> MAPPING =
      Set.of("map", "mapToInt", "mapToLong", "mapToDouble", "anyMatch", "allMatch", "noneMatch");

  private static final Set<String> ENDING = Set.of("forEach", "forEachOrdered", "count");

  /** Collectors whose first two functions get entries. */
  private static final Set<String> INTO_MAPS = Set.of("toMap", "toUnmodifiableMap");

  private final Family family;
  private final Levels levels;
  private final Alias alias;
  private final MethodFlow flow;
  private final List<Alias> inside = new ArrayList<>();

  private EntryStreams(Family family, Levels levels, Alias alias) {
    this.family = family;
    this.levels = levels;
    this.alias = alias;
    this.flow = alias.flow();
  }

  /** Empty if it is not a call of a stream of entries, or of their set, that is understood. */
  static Optional<Step> step(Family family, Levels levels, Alias alias, Use use) {
    if (!(use.instruction() instanceof MethodInsnNode call)
        || use.operand() != 0
        || call.getOpcode() == Opcodes.INVOKESTATIC) {
      return Optional.empty();
    }
    return switch (alias.kind()) {
      case ENTRIES -> new EntryStreams(family, levels, alias).ofSet(call, use.index());
      case ENTRY_STREAM -> new EntryStreams(family, levels, alias).ofStream(call, use.index());
      default -> Optional.empty();
    };
  }

  private Optional<Step> ofSet(MethodInsnNode call, int index) {
    return STREAMING.contains(call.name)
        ? Optional.of(new Step(Effect.GIVES_ENTRY_STREAM, List.of()))
        : call.name.equals("forEach") ? step(Effect.READS, index) : Optional.empty();
  }

  private Optional<Step> ofStream(MethodInsnNode call, int index) {
    if (KEEPING.contains(call.name)) {
      return step(Effect.GIVES_ENTRY_STREAM, index);
    }
    if (MAPPING.contains(call.name) || ENDING.contains(call.name)) {
      return step(Effect.READS, index);
    }
    return call.name.equals("collect")
            && flow.operands(index).size() == 2
            && flow.origins(index, 1).stream().allMatch(this::isReadingCollector)
        ? Optional.of(new Step(Effect.READS, inside))
        : Optional.empty();
  }

  /** If all functions among the arguments are known. */
  private Optional<Step> step(Effect effect, int index) {
    return IntStream.range(1, flow.operands(index).size())
            .allMatch(argument -> isFunction(index, argument))
        ? Optional.of(new Step(effect, inside))
        : Optional.empty();
  }

  private boolean isReadingCollector(AbstractInsnNode origin) {
    if (!(origin instanceof MethodInsnNode call)
        || !call.owner.equals("java/util/stream/Collectors")) {
      return false;
    }
    int index = flow.indexOf(call);
    return INTO_MAPS.contains(call.name)
        ? isFunction(index, 0) && isFunction(index, 1)
        : call.name.equals("counting") || (call.name.equals("mapping") && isFunction(index, 0));
  }

  private boolean isFunction(int index, int argument) {
    return flow.origins(index, argument).stream().allMatch(this::isFunction);
  }

  private boolean isFunction(AbstractInsnNode origin) {
    if (origin instanceof InvokeDynamicInsnNode made) {
      return made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
          && made.bsmArgs[1] instanceof Handle body
          && (isReader(body) || enters(made, body));
    }
    return origin instanceof MethodInsnNode call
        && call.owner.equals(ENTRY)
        && (call.name.equals("comparingByKey")
            || (call.name.equals("comparingByValue") && mayShowValues()));
  }

  /** {@code Map.Entry::getKey}. */
  private boolean isReader(Handle body) {
    return body.getOwner().equals(ENTRY)
        && (KEY_READERS.contains(body.getName())
            || (body.getName().equals("getValue") && mayShowValues()));
  }

  private boolean mayShowValues() {
    return !levels.showWithin(alias.level());
  }

  /** Into the body of a lambda, whose last parameters are entries. */
  private boolean enters(InvokeDynamicInsnNode made, Handle body) {
    Optional<MethodFlow> target = family.target(body);
    target.ifPresent(lambda -> addEntries(lambda, Type.getArgumentTypes(made.desc).length));
    return target.isPresent();
  }

  private void addEntries(MethodFlow lambda, int captured) {
    int all = Type.getArgumentTypes(lambda.method().desc).length + (lambda.isStatic() ? 0 : 1);
    for (int argument = captured; argument < all; argument++) {
      inside.add(alias.derived(alias.origin(), Kind.ENTRY).captured(lambda, argument));
    }
  }
}
