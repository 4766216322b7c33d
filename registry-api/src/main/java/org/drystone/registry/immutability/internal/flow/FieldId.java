package org.drystone.registry.immutability.internal.flow;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * A field declared by the class in question.
 *
 * @param holders the classes whose objects, as instructions name them, may be those in question
 */
public record FieldId(String owner, String name, List<String> holders) {

  /** The type of the field, in the class that declares it. */
  public Type typeIn(ClassNode declaring) {
    return declaring.fields.stream()
        .filter(field -> field.name.equals(name))
        .map(field -> Type.getType(field.desc))
        .findFirst()
        .orElseThrow();
  }

  public boolean isReadBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.GETFIELD && isNamedBy(instruction);
  }

  public boolean isWrittenBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.PUTFIELD && isNamedBy(instruction);
  }

  private boolean isNamedBy(AbstractInsnNode instruction) {
    FieldInsnNode field = (FieldInsnNode) instruction;
    return field.name.equals(name) && holders.contains(field.owner);
  }
}
