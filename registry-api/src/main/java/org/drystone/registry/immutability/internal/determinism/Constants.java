package org.drystone.registry.immutability.internal.determinism;

import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Type;
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
      case Type.ARRAY -> new Tables(family, dispatch, types).include(read);
      case Type.OBJECT -> new Derivation(family, dispatch, types).isConstant(read);
      default -> true;
    };
  }
}
