package org.drystone.registry.immutability.internal.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.drystone.registry.immutability.internal.ownership.EntryStreams.Step;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What the functions that a container of containers, or a stream of it, is given do to the
 * containers: {@code rows.stream().mapToInt(List::size)}, {@code map.forEach((key, list) -> ..)}.
 */
final class ElementStreams {

  private static final Set<String> STREAMING = Set.of("stream", "parallelStream");

  /** The result is a stream of the containers. */
  private static final Set<String> KEEPING =
      Set.of("filter", "peek", "takeWhile", "dropWhile", "limit", "skip", "parallel", "sequential");

  /** The result is what the functions make of the containers. */
  private static final Set<String> MAPPING =
      Set.of(
          "map",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "flatMap",
          "flatMapToInt",
          "flatMapToLong",
          "flatMapToDouble",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "forEach",
          "forEachOrdered",
          "count");

  private final Family family;
  private final Levels levels;
  private final Alias alias;
  private final MethodFlow flow;
  private final List<Alias> inside = new ArrayList<>();

  private ElementStreams(Family family, Levels levels, Alias alias) {
    this.family = family;
    this.levels = levels;
    this.alias = alias;
    this.flow = alias.flow();
  }

  /** Empty if it is not a call that is understood. */
  static Optional<Step> step(Family family, Levels levels, Alias alias, Use use) {
    return use.operand() == 0 && use.instruction() instanceof MethodInsnNode call
        ? new ElementStreams(family, levels, alias).of(call, use.index())
        : Optional.empty();
  }

  private Optional<Step> of(MethodInsnNode call, int index) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      return call.owner.equals("java/util/Arrays")
              && call.name.equals("stream")
              && alias.kind() == Kind.CONTAINER
          ? Optional.of(new Step(Effect.GIVES_ELEMENT_STREAM, List.of()))
          : Optional.empty();
    }
    return switch (alias.kind()) {
      case CONTAINER -> ofContainer(call, index);
      case ELEMENT_STREAM -> ofStream(call, index);
      default -> Optional.empty();
    };
  }

  private Optional<Step> ofContainer(MethodInsnNode call, int index) {
    return STREAMING.contains(call.name)
        ? Optional.of(new Step(Effect.GIVES_ELEMENT_STREAM, List.of()))
        : call.name.equals("forEach") ? step(Effect.READS, index) : Optional.empty();
  }

  private Optional<Step> ofStream(MethodInsnNode call, int index) {
    return KEEPING.contains(call.name)
        ? step(Effect.GIVES_ELEMENT_STREAM, index)
        : MAPPING.contains(call.name) ? step(Effect.READS, index) : Optional.empty();
  }

  /** If all functions among the arguments are known. */
  private Optional<Step> step(Effect effect, int index) {
    return IntStream.range(1, flow.operands(index).size())
            .allMatch(argument -> isFunction(index, argument))
        ? Optional.of(new Step(effect, inside))
        : Optional.empty();
  }

  private boolean isFunction(int index, int argument) {
    Type type =
        Type.getArgumentTypes(((MethodInsnNode) flow.instruction(index)).desc)[argument - 1];
    return type.getSort() < Type.ARRAY
        || flow.origins(index, argument).stream().allMatch(this::isFunction);
  }

  private boolean isFunction(AbstractInsnNode origin) {
    return origin instanceof InvokeDynamicInsnNode made
        && made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && made.bsmArgs[1] instanceof Handle body
        && (enters(body) || (made.desc.startsWith("()") && isReader(body)));
  }

  /** Into the body of a lambda, whose last parameter is a container. */
  private boolean enters(Handle body) {
    Optional<MethodFlow> target = family.target(body);
    target.ifPresent(lambda -> inside.add(element().captured(lambda, last(lambda))));
    return target.isPresent();
  }

  private Alias element() {
    return alias.derived(alias.origin(), Kind.CONTAINER).at(alias.level() + 1);
  }

  private static int last(MethodFlow lambda) {
    int parameters = Type.getArgumentTypes(lambda.method().desc).length;
    return lambda.isStatic() ? parameters - 1 : parameters;
  }

  /** {@code List::size}, {@code List::copyOf}, {@code ArrayList::new}. */
  private boolean isReader(Handle body) {
    if (levels.matterWithin(alias.level() + 1)) {
      return false;
    }
    return switch (body.getTag()) {
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE ->
          body.getOwner().startsWith("java/")
              && Type.getArgumentTypes(body.getDesc()).length == 0
              && ContainerMethods.of(Kind.CONTAINER, body.getName()) == Effect.READS;
      case Opcodes.H_INVOKESTATIC, Opcodes.H_NEWINVOKESPECIAL ->
          body.getOwner().startsWith("java/")
              && Type.getArgumentTypes(body.getDesc()).length == 1
              && LibraryCalls.of(call(body), 0, Kind.CONTAINER) == Effect.READS;
      default -> false;
    };
  }

  private static MethodInsnNode call(Handle body) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
  }
}
