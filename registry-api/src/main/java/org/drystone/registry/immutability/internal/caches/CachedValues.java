package org.drystone.registry.immutability.internal.caches;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Finality;
import org.drystone.registry.immutability.internal.determinism.Derivation;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.drystone.registry.immutability.internal.types.Types;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Proves that whatever a cache will be filled with cannot change, whatever its declared type. */
public final class CachedValues implements Opcodes {

  private final Family family;
  private final Class<?> type;
  private final Types types;
  private final Class<?> exact;

  public CachedValues(Family family, Class<?> type, Class<?> exact, Types types) {
    this.family = family;
    this.type = type;
    this.types = types;
    this.exact = exact;
  }

  public boolean areImmutable(FieldId field) {
    return areAll(field, (flow, origin) -> isImmutable(flow, origin, field));
  }

  /** Whether they are whole for whoever gets hold of them, however that comes about. */
  public boolean areSafeInRaces(FieldId field) {
    return areAll(field, (flow, origin) -> isSafeInRaces(origin, field));
  }

  private boolean areAll(FieldId field, BiPredicate<MethodFlow, AbstractInsnNode> predicate) {
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .allMatch(
            flow ->
                Writes.of(flow, field).stream()
                    .allMatch(
                        write ->
                            flow.origins(write, 1).stream()
                                .allMatch(origin -> predicate.test(flow, origin))));
  }

  private boolean isSafeInRaces(AbstractInsnNode origin, FieldId field) {
    if (isConstant(origin) || field.isReadBy(origin)) {
      return true;
    }
    if (origin instanceof MethodInsnNode call) {
      String type = Type.getReturnType(call.desc).getInternalName();
      return resolve(type).filter(CachedValues::isSafeInRaces).isPresent();
    }
    return origin instanceof TypeInsnNode made
        && origin.getOpcode() == NEW
        && resolve(made.desc).filter(CachedValues::hasFinalFields).isPresent();
  }

  /** Java shows final fields as they were at the end of the constructor; and the JDK is careful. */
  public static boolean isSafeInRaces(Class<?> declared) {
    if (declared.isPrimitive() || declared.getName().startsWith("java.")) {
      return true;
    }
    boolean isOpen = !declared.isSealed() && !Finality.isFinal(declared);
    return !isOpen
        && hasFinalFields(declared)
        && (!declared.isSealed()
            || Arrays.stream(declared.getPermittedSubclasses())
                .allMatch(CachedValues::isSafeInRaces));
  }

  private static boolean hasFinalFields(@Nullable Class<?> type) {
    return type == null
        || type.getName().startsWith("java.")
        || (hasFinalFields(type.getSuperclass())
            && Arrays.stream(type.getDeclaredFields())
                .mapToInt(Field::getModifiers)
                .allMatch(field -> Modifier.isStatic(field) || Modifier.isFinal(field)));
  }

  private static boolean isConstant(AbstractInsnNode origin) {
    return origin.getOpcode() == ACONST_NULL
        || (origin instanceof LdcInsnNode constant && !(constant.cst instanceof ConstantDynamic));
  }

  private boolean isImmutable(MethodFlow flow, AbstractInsnNode origin, FieldId field) {
    int opcode = origin.getOpcode();
    if (isConstant(origin)
        || field.isReadBy(origin)
        || isDerived(flow, origin)
        || isOptional(flow, origin)) {
      return true;
    }
    return opcode == NEW
        && (resolve(((TypeInsnNode) origin).desc).filter(types::isImmutable).isPresent()
            || isPart(flow, origin));
  }

  /** An {@code Optional} of what cannot change, by the types that the JVM checks. */
  private boolean isOptional(MethodFlow flow, AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.owner.equals("java/util/Optional")
        && call.getOpcode() == INVOKESTATIC
        && IntStream.range(0, Type.getArgumentTypes(call.desc).length)
            .mapToObj(argument -> flow.origins(flow.indexOf(call), argument))
            .flatMap(Set::stream)
            .allMatch(value -> isConstant(value) || holdsOnlyImmutable(typeOf(flow, value)));
  }

  private boolean holdsOnlyImmutable(Optional<Type> declared) {
    return declared
        .filter(known -> known.getSort() == Type.OBJECT)
        .flatMap(known -> resolve(known.getInternalName()))
        .filter(types::holdsOnlyImmutable)
        .isPresent();
  }

  private static Optional<Type> typeOf(MethodFlow flow, AbstractInsnNode value) {
    if (value instanceof FieldInsnNode read) {
      return Optional.of(Type.getType(read.desc));
    }
    return value instanceof MethodInsnNode call
        ? Optional.of(Type.getReturnType(call.desc))
        : flow.typeOf(value);
  }

  private boolean isDerived(MethodFlow flow, AbstractInsnNode origin) {
    return !flow.hasParameters()
        && !flow.isStatic()
        && new Derivation(family, new Dispatch(exact), types).isDerived(flow, origin);
  }

  /** A new object that holds nothing but the object that caches it, and what that holds. */
  private boolean isPart(MethodFlow flow, AbstractInsnNode made) {
    String part = ((TypeInsnNode) made).desc;
    return family.isBare(part)
        && resolve(part).filter(types::isImmutableByParts).isPresent()
        && flow.uses(made).stream()
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
