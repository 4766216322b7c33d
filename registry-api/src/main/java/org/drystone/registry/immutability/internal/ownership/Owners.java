package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Lineage;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The objects that hold what a method still fills: nobody else may see them before it is done. */
final class Owners {

  private final Construction construction;
  private final Handovers handovers;

  Owners(Construction construction, Handovers handovers) {
    this.construction = construction;
    this.handovers = handovers;
  }

  /** Whether nobody else has seen them when the control comes to a write. */
  boolean areUnseen(Alias alias, Use write) {
    return construction.isOwnerUnseen(write) && areHoldersUnseen(alias, write);
  }

  /**
   * Whether a method that is given the container may go on filling it: nobody has seen them, nor
   * does the method get one of them as well, which it might show.
   */
  boolean leaveFilling(Alias alias, Use argument) {
    return areHoldersUnseen(alias, argument)
        && (!mayBeHeldByThis(alias) || construction.isOwnerUnseen(argument))
        && !arePassed(alias, argument);
  }

  private boolean areHoldersUnseen(Alias alias, Use use) {
    return reads(alias)
        .map(read -> new Use(alias.flow(), alias.flow().indexOf(read), 0))
        .allMatch(
            read ->
                construction.isHolderUnseen(
                    read,
                    use.index(),
                    value -> handovers.isFrom(read.instruction(), alias.flow(), value)));
  }

  private Stream<AbstractInsnNode> reads(Alias alias) {
    return handovers.sources(alias).stream()
        .filter(source -> source.getOpcode() == Opcodes.GETFIELD);
  }

  /** What a method made itself is handed over when it is stored, but for constructors. */
  private static boolean mayBeHeldByThis(Alias alias) {
    return alias.flow().isConstructor() || alias.lineage() != Lineage.HELD;
  }

  private boolean arePassed(Alias alias, Use argument) {
    MethodInsnNode call = (MethodInsnNode) argument.instruction();
    int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    return IntStream.range(first, alias.flow().operands(argument.index()).size())
        .mapToObj(operand -> alias.flow().origins(argument.index(), operand))
        .flatMap(Set::stream)
        .anyMatch(given -> mayHold(given, alias));
  }

  private boolean mayHold(AbstractInsnNode given, Alias alias) {
    MethodFlow flow = alias.flow();
    return (flow.isThis(given) && mayBeHeldByThis(alias))
        || reads(alias).anyMatch(read -> flow.origins(flow.indexOf(read), 0).contains(given));
  }
}
