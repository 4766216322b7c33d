package org.drystone.registry.immutability.internal.reach;

import java.util.Map;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** How the fields are declared that the code of a {@link Family} names. */
public final class Fields {

  private final ClassNode self;
  private final Map<String, ClassNode> members;

  Fields(ClassNode self, Map<String, ClassNode> members) {
    this.self = self;
    this.members = members;
  }

  /** Whether threads see at once what others write into the field, and what came before. */
  public boolean isVolatile(FieldId field) {
    return hasAny(members.get(field.owner()), field.name(), Opcodes.ACC_VOLATILE);
  }

  /** Whether the class itself declares the field, for its family only. */
  public boolean isPrivate(FieldId field) {
    return self.name.equals(field.owner()) && hasAny(self, field.name(), Opcodes.ACC_PRIVATE);
  }

  /** Whether the class itself declares the field, and all writes to it are the family's. */
  public boolean isPrivateOrFinal(FieldId field) {
    return self.name.equals(field.owner())
        && hasAny(self, field.name(), Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL);
  }

  /** Whether it is a private field of the class itself. */
  public boolean isOwnPrivate(FieldInsnNode use) {
    return use.owner.equals(self.name) && hasAny(self, use.name, Opcodes.ACC_PRIVATE);
  }

  /** Whether it is a private field of the class, or of one that shares its private members. */
  public boolean isPrivate(FieldInsnNode use) {
    return Nest.topLevel(use.owner).equals(Nest.topLevel(self.name))
        && hasAny(members.get(use.owner), use.name, Opcodes.ACC_PRIVATE);
  }

  /** Whether it is a final field of a member. */
  public boolean isFinal(FieldInsnNode use) {
    return hasAny(members.get(use.owner), use.name, Opcodes.ACC_FINAL);
  }

  private static boolean hasAny(@Nullable ClassNode owner, String name, int access) {
    return owner != null
        && owner.fields.stream()
            .anyMatch(field -> field.name.equals(name) && (field.access & access) != 0);
  }
}
