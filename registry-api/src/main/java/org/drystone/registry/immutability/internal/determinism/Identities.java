package org.drystone.registry.immutability.internal.determinism;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds instructions that may tell a new object from another one that is made in the same place: a
 * hash code that {@link Object} gives is another one each time.
 */
final class Identities {

  private static final String ROOT = "java/lang/Object";

  private final Dispatch dispatch;

  Identities(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  /**
   * Whether the instruction asks an object that may be new for its hash code, or gives it to who
   * may: as an object of whatever class. What the object in question is, or holds, is not new.
   */
  boolean areAsked(MethodFlow flow, int index, boolean onThis) {
    AbstractInsnNode instruction = flow.instruction(index);
    if (instruction instanceof MethodInsnNode call) {
      int shift = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
      return (shift == 1 && asksForHash(call) && isAsked(flow, index, call, onThis))
          || (!copies(call)
              && takesNew(flow, index, shift, Type.getArgumentTypes(call.desc), onThis));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")
          ? takesNew(flow, index, 0, Type.getArgumentTypes(call.desc), onThis)
          : asksPart(call) || givesNew(call);
    }
    return switch (instruction.getOpcode()) {
      case Opcodes.AASTORE -> mayBeNew(flow, index, 2, onThis);
      case Opcodes.ARETURN ->
          isAnything(Type.getReturnType(flow.method().desc)) && mayBeNew(flow, index, 0, onThis);
      case Opcodes.PUTFIELD ->
          isAnything(Type.getType(((FieldInsnNode) instruction).desc))
              && mayBeNew(flow, index, 1, onThis);
      default -> false;
    };
  }

  private static boolean copies(MethodInsnNode call) {
    return call.owner.equals("java/lang/System") && call.name.equals("arraycopy");
  }

  private static boolean asksForHash(MethodInsnNode call) {
    return call.name.equals("hashCode")
        || (call.name.equals("toString") && call.owner.equals("java/lang/Object"));
  }

  private boolean isAsked(MethodFlow flow, int index, MethodInsnNode call, boolean onThis) {
    return mayBeNew(flow, index, 0, onThis)
        || (call.getOpcode() == Opcodes.INVOKESPECIAL && call.owner.equals(ROOT) && !onThis)
        || (hasNoHash(Type.getObjectType(call.owner)) && !isOwn(flow, index, 0, onThis));
  }

  /** Whether a record asks a part for its hash code that may be anybody's code, or have none. */
  private boolean asksPart(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")
        && Arrays.stream(call.bsmArgs)
            .filter(Handle.class::isInstance)
            .map(part -> Type.getType(((Handle) part).getDesc()))
            .anyMatch(part -> hasNoHash(part) || isOfOthers(part));
  }

  private static boolean isOfOthers(Type part) {
    return part.getSort() == Type.OBJECT && !KnownCalls.isJudged(part.getInternalName());
  }

  /** Whether a function gives a new object to who asked for an object of whatever class. */
  private boolean givesNew(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && isAnything(Type.getReturnType(((Type) call.bsmArgs[0]).getDescriptor()))
        && call.bsmArgs[1] instanceof Handle body
        && hasNoHash(
            body.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(body.getOwner())
                : Type.getReturnType(body.getDesc()));
  }

  private boolean takesNew(
      MethodFlow flow, int index, int shift, Type[] parameters, boolean onThis) {
    return IntStream.range(0, parameters.length)
        .filter(i -> isAnything(parameters[i]))
        .anyMatch(i -> mayBeNew(flow, index, i + shift, onThis));
  }

  private static boolean isAnything(Type type) {
    return type.getSort() == Type.OBJECT && type.getInternalName().equals(ROOT);
  }

  private boolean mayBeNew(MethodFlow flow, int index, int operand, boolean onThis) {
    return flow.origins(index, operand).stream()
        .anyMatch(origin -> isWithoutHash(flow, origin) && !isOwn(flow, origin, onThis));
  }

  /** By the type that the JVM checks. */
  private boolean isWithoutHash(MethodFlow flow, AbstractInsnNode origin) {
    if (origin instanceof InvokeDynamicInsnNode call) {
      return call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory");
    }
    if (origin instanceof ParameterNode) {
      return flow.typeOf(origin).filter(this::hasNoHash).isPresent();
    }
    if (origin instanceof MethodInsnNode call) {
      return call.owner.startsWith("[") || givesNew(Type.getReturnType(call.desc));
    }
    if (origin instanceof FieldInsnNode read) {
      return read.getOpcode() == Opcodes.GETFIELD && hasNoHash(Type.getType(read.desc));
    }
    if (origin instanceof TypeInsnNode made && origin.getOpcode() == Opcodes.NEW) {
      return made.desc.equals(ROOT) || hasNoHash(Type.getObjectType(made.desc));
    }
    return Fresh.isArray(origin);
  }

  private static boolean isOwn(MethodFlow flow, int index, int operand, boolean onThis) {
    return flow.origins(index, operand).stream().allMatch(origin -> isOwn(flow, origin, onThis));
  }

  /** The object in question, or what a field of it holds. */
  private static boolean isOwn(MethodFlow flow, AbstractInsnNode origin, boolean onThis) {
    return onThis
        && (flow.isThis(origin)
            || (origin.getOpcode() == Opcodes.GETFIELD
                && flow.origins(flow.indexOf(origin), 0).stream().allMatch(flow::isThis)));
  }

  /** An interface that does not speak of hash codes may be implemented by what has none. */
  private boolean givesNew(Type result) {
    Class<?> type =
        result.getSort() == Type.OBJECT ? dispatch.load(result.getInternalName()) : null;
    return (type != null && type.isInterface()) ? !speaksOfHash(type) : hasNoHash(result);
  }

  private static boolean speaksOfHash(Class<?> type) {
    try {
      return type.getMethod("hashCode").getParameterCount() == 0;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  private boolean hasNoHash(Type declared) {
    if (declared.getSort() != Type.OBJECT) {
      return declared.getSort() == Type.ARRAY;
    }
    Class<?> type = dispatch.load(declared.getInternalName());
    try {
      return type != null
          && !type.isInterface()
          && type != Object.class
          && type != Class.class
          && type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return true;
    }
  }
}
