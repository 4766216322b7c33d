package org.drystone.registry.immutability.internal.flow;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * A field declared by the class in question.
 *
 * @param desc its type, as class files write it: a class may have several fields of one name
 * @param holders the classes whose objects, as instructions name them, may be those in question
 */
public record FieldId(String owner, String name, String desc, List<String> holders) {

  /** The field that an instruction names. */
  public static FieldId namedBy(FieldInsnNode use) {
    return new FieldId(use.owner, use.name, use.desc, List.of(use.owner));
  }

  public Type type() {
    return Type.getType(desc);
  }

  public boolean isReadBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.GETFIELD && isNamedBy(instruction);
  }

  public boolean isWrittenBy(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.PUTFIELD && isNamedBy(instruction);
  }

  private boolean isNamedBy(AbstractInsnNode instruction) {
    FieldInsnNode field = (FieldInsnNode) instruction;
    return field.name.equals(name) && field.desc.equals(desc) && holders.contains(field.owner);
  }
}
