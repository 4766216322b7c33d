package org.drystone.registry.immutability.internal.determinism;

import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** Proves that what a static final field holds is always the same, and stays as it is. */
final class Constants {

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  Constants(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  boolean isSteady(FieldInsnNode read) {
    Type type = Type.getType(read.desc);
    return switch (type.getSort()) {
      case Type.ARRAY -> isTable(read);
      case Type.OBJECT -> new Derivation(family, dispatch, types).isConstant(read);
      default -> true;
    };
  }

  /** A private array of the family's own, of which everybody but its maker only reads elements. */
  private boolean isTable(FieldInsnNode read) {
    return family.isOwnConstant(read)
        && family.isPrivate(read)
        && family.flowsWith(read.name, instruction -> isSame(instruction, read)).stream()
            .allMatch(
                flow ->
                    flow.method().name.equals("<clinit>")
                        || Use.of(flow, origin -> isSame(origin, read)).stream()
                            .allMatch(Constants::readsElement));
  }

  private static boolean isSame(AbstractInsnNode instruction, FieldInsnNode read) {
    return instruction.getOpcode() == Opcodes.GETSTATIC
        && ((FieldInsnNode) instruction).owner.equals(read.owner)
        && ((FieldInsnNode) instruction).name.equals(read.name);
  }

  private static boolean readsElement(Use use) {
    int opcode = use.opcode();
    return (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) || opcode == Opcodes.ARRAYLENGTH;
  }
}
