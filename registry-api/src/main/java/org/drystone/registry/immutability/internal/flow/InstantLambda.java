package org.drystone.registry.immutability.internal.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A lambda that is done with where it is made: {@code Stream.of(words).forEach(this::add)}. Only
 * for streams of the JDK's own, since those of others may keep what they are given.
 */
public final class InstantLambda {

  private static final Set<String> SOURCES =
      Set.of("java/util/Arrays", "java/util/stream/Stream", "java/util/stream/IntStream");
  private static final Set<String> MAKERS = Set.of("of", "stream", "range", "rangeClosed");
  private static final Set<String> SINKS = Set.of("forEach", "forEachOrdered");

  private InstantLambda() {}

  /** Where a captured value becomes that argument of the body; empty if it may be kept. */
  public static Optional<Use> argument(MethodFlow flow, int index, int argument) {
    return flow.instruction(index) instanceof InvokeDynamicInsnNode made
            && isLambda(made)
            && argument < flow.operands(index).size()
            && isUsedAtOnce(flow, made)
        ? Optional.of(new Use(flow, index, argument))
        : Optional.empty();
  }

  private static boolean isLambda(InvokeDynamicInsnNode made) {
    return made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && made.bsm.getName().equals("metafactory")
        && made.bsmArgs[1] instanceof Handle body
        && body.getTag() != Opcodes.H_NEWINVOKESPECIAL;
  }

  private static boolean isUsedAtOnce(MethodFlow flow, InvokeDynamicInsnNode made) {
    List<Use> uses = Use.of(flow, made::equals);
    return uses.size() == 1
        && uses.stream().allMatch(InstantLambda::isDoneByJdk)
        && flow.indexOf(next(made)) == uses.get(0).index();
  }

  /** The next instruction; what lies between could show what the lambda has captured. */
  private static AbstractInsnNode next(AbstractInsnNode instruction) {
    AbstractInsnNode next = instruction.getNext();
    while (next.getOpcode() < 0 || next.getOpcode() == Opcodes.CHECKCAST) {
      next = next.getNext();
    }
    return next;
  }

  private static boolean isDoneByJdk(Use use) {
    return use.operand() == 1
        && use.instruction() instanceof MethodInsnNode call
        && call.owner.startsWith("java/util/stream/")
        && SINKS.contains(call.name)
        && use.flow().origins(use.index(), 0).stream().allMatch(InstantLambda::isOfJdk);
  }

  private static boolean isOfJdk(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.getOpcode() == Opcodes.INVOKESTATIC
        && SOURCES.contains(call.owner)
        && MAKERS.contains(call.name);
  }
}
