package org.drystone.registry.immutability.internal.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** Stands for the value that several ways bring together in one place. Equal only to itself. */
public final class JointNode extends InsnNode {

  private final int slot;

  /** For a place in the frame: the locals first, then the stack. */
  JointNode(int slot) {
    super(Opcodes.NOP);
    this.slot = slot;
  }

  int slot() {
    return slot;
  }
}
