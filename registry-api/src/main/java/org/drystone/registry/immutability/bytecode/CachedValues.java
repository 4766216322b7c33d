package org.drystone.registry.immutability.bytecode;

import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Proves that whatever a cache will be filled with cannot change, whatever its declared type. */
final class CachedValues implements Opcodes {

  private final Family family;
  private final Class<?> type;
  private final Types types;

  CachedValues(Family family, Class<?> type, Types types) {
    this.family = family;
    this.type = type;
    this.types = types;
  }

  boolean areImmutable(FieldId field) {
    return family.flowsWith(field::isWrittenBy).stream()
        .allMatch(
            flow ->
                Writes.of(flow, field).stream()
                    .allMatch(
                        write ->
                            flow.origins(write, 1).stream()
                                .allMatch(origin -> isImmutable(origin, field))));
  }

  private boolean isImmutable(AbstractInsnNode origin, FieldId field) {
    int opcode = origin.getOpcode();
    if (opcode == ACONST_NULL || opcode == LDC || field.isReadBy(origin)) {
      return true;
    }
    if (origin instanceof MethodInsnNode call) {
      return resolve(Type.getReturnType(call.desc).getInternalName())
          .filter(types::holdsOnlyImmutable)
          .isPresent();
    }
    return opcode == NEW
        && resolve(((TypeInsnNode) origin).desc).filter(types::isImmutable).isPresent();
  }

  private Optional<Class<?>> resolve(String internalName) {
    try {
      return Optional.of(
          Class.forName(internalName.replace('/', '.'), false, type.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
