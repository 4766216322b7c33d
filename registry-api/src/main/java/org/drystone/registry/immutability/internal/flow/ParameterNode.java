package org.drystone.registry.immutability.internal.flow;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** Stands for the parameter in a local variable, where values begin that no instruction makes. */
public final class ParameterNode extends InsnNode {

  private final int local;

  public ParameterNode(int local) {
    super(Opcodes.NOP);
    this.local = local;
  }

  public int local() {
    return local;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterNode that && that.local == local;
  }

  @Override
  public int hashCode() {
    return local;
  }
}
