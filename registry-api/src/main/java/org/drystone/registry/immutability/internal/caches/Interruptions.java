package org.drystone.registry.immutability.internal.caches;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds exceptions, casts and endless loops that tell whether a cache was empty. */
final class Interruptions implements Opcodes {

  private static final Set<Integer> IN_OBJECT =
      Set.of(GETFIELD, PUTFIELD, MONITORENTER, MONITOREXIT);

  private final Naming naming;
  private final Region region;
  private final BitSet regular;

  Interruptions(Naming naming, Region region) {
    this.naming = naming;
    this.region = region;
    this.regular = regularlyFrom(0, i -> true);
  }

  /**
   * Whether a run may end early although it found the caches filled, or after it has filled the
   * guard: what goes wrong before that goes wrong each time.
   */
  boolean tell(List<Integer> guardFills) {
    BitSet found = (BitSet) regular.clone();
    found.stream()
        .filter(index -> !region.isInside(index) || region.isFill(index))
        .forEach(found::clear);
    return mayStop(found) || guardFills.stream().anyMatch(this::isInterrupted);
  }

  /** Whether a run may not come to the end of these instructions. */
  private boolean mayStop(BitSet instructions) {
    return instructions.stream()
        .anyMatch(index -> mayThrow(index) || goesBack(index, instructions));
  }

  private boolean goesBack(int index, BitSet instructions) {
    return naming.paths().regularSuccessors(index).stream()
        .anyMatch(next -> next <= index && instructions.get(next));
  }

  private boolean isInterrupted(int fill) {
    BitSet after = regularlyFrom(fill, region::isInside);
    after.clear(fill);
    return mayStop(after);
  }

  private BitSet regularlyFrom(int start, IntPredicate within) {
    BitSet reached = new BitSet();
    BitSet pending = new BitSet();
    pending.set(start);
    for (int from = start; from >= 0; from = pending.nextSetBit(0)) {
      pending.clear(from);
      reached.set(from);
      naming.paths().regularSuccessors(from).stream()
          .filter(to -> within.test(to) && !reached.get(to))
          .forEach(pending::set);
    }
    return reached;
  }

  private boolean mayThrow(int index) {
    AbstractInsnNode instruction = naming.flow().instruction(index);
    int opcode = instruction.getOpcode();
    return instruction instanceof MethodInsnNode
        || instruction instanceof InvokeDynamicInsnNode
        || (opcode >= IALOAD && opcode <= SALOAD)
        || (opcode >= IASTORE && opcode <= SASTORE)
        || opcode == IDIV
        || opcode == LDIV
        || opcode == IREM
        || opcode == LREM
        || (opcode >= NEWARRAY && opcode <= CHECKCAST)
        || opcode == MULTIANEWARRAY
        || (IN_OBJECT.contains(opcode) && !naming.flow().isThis(naming.operand(index, 0)));
  }
}
