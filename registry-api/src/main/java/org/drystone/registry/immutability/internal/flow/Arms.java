package org.drystone.registry.immutability.internal.flow;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;

/** Finds what lies between a branch and the place where all its ways to a return meet again. */
public final class Arms {

  private final MethodFlow flow;
  private final Paths paths;

  public Arms(MethodFlow flow, Paths paths) {
    this.flow = flow;
    this.paths = paths;
  }

  /** The instructions after the branch and before that place; to the end if there is none. */
  public BitSet of(Guard.Test branch) {
    BitSet smallest = between(branch, -1);
    BitSet candidates = (BitSet) smallest.clone();
    for (int place = candidates.nextSetBit(0);
        place >= 0;
        place = candidates.nextSetBit(place + 1)) {
      BitSet arms = between(branch, place);
      if (!returns(arms) && arms.cardinality() < smallest.cardinality()) {
        smallest = arms;
      }
    }
    return smallest;
  }

  private BitSet between(Guard.Test branch, int end) {
    BitSet between = new BitSet();
    for (int start : new int[] {branch.empty(), branch.filled()}) {
      if (start != end) {
        between.or(paths.reachable(start, (from, to) -> to != end));
      }
    }
    return between;
  }

  private boolean returns(BitSet instructions) {
    return instructions.stream().anyMatch(index -> isReturn(flow.instruction(index).getOpcode()));
  }

  public static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }
}
