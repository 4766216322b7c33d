package org.drystone.registry.immutability.bytecode;

import java.util.Optional;
import org.drystone.registry.immutability.bytecode.OriginInterpreter.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
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
                                .allMatch(origin -> isImmutable(flow, origin, field))));
  }

  private boolean isImmutable(MethodFlow flow, AbstractInsnNode origin, FieldId field) {
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
        && (resolve(((TypeInsnNode) origin).desc).filter(types::isImmutable).isPresent()
            || isPart(flow, origin));
  }

  /** A new object that holds nothing but the object that caches it, and what that holds. */
  private boolean isPart(MethodFlow flow, AbstractInsnNode made) {
    String part = ((TypeInsnNode) made).desc;
    return family.isBare(part)
        && resolve(part).filter(types::isImmutableByParts).isPresent()
        && Use.of(flow, made::equals).stream()
            .filter(use -> isConstructorOf(part, use.instruction()))
            .allMatch(use -> takesOnlyParts(flow, use.index()))
        && family
            .flowsWith(i -> i.getOpcode() == PUTFIELD && ((FieldInsnNode) i).owner.equals(part))
            .stream()
            .allMatch(CachedValues::storesOnlyParameters);
  }

  private static boolean isConstructorOf(String part, AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(part)
        && call.name.equals("<init>");
  }

  private static boolean takesOnlyParts(MethodFlow flow, int call) {
    for (int argument = 1; argument < flow.operands(call).size(); argument++) {
      if (!flow.origins(call, argument).stream().allMatch(origin -> isOfThis(flow, origin))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfThis(MethodFlow flow, AbstractInsnNode origin) {
    return flow.isThis(origin)
        || (origin.getOpcode() >= ACONST_NULL && origin.getOpcode() <= LDC)
        || (origin.getOpcode() == GETFIELD
            && flow.origins(flow.indexOf(origin), 0).stream().allMatch(flow::isThis));
  }

  private static boolean storesOnlyParameters(MethodFlow flow) {
    for (int index = 0; index < flow.size(); index++) {
      if (flow.instruction(index).getOpcode() == PUTFIELD
          && !flow.origins(index, 1).stream().allMatch(ParameterNode.class::isInstance)) {
        return false;
      }
    }
    return true;
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
