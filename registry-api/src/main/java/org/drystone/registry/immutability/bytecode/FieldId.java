package org.drystone.registry.immutability.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** A field declared by the class in question. */
record FieldId(String owner, String name) {

  boolean isReadBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.GETFIELD && isNamedBy(instruction);
  }

  boolean isWrittenBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.PUTFIELD && isNamedBy(instruction);
  }

  private boolean isNamedBy(AbstractInsnNode instruction) {
    FieldInsnNode field = (FieldInsnNode) instruction;
    return field.owner.equals(owner) && field.name.equals(name);
  }
}
