package org.drystone.registry.immutability.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds all places from which a method can be called, where that is possible. */
final class Callers {

  private final Family family;

  Callers(Family family) {
    this.family = family;
  }

  /** All uses as that argument of the method; empty if others may call it. */
  Optional<List<Use>> of(MethodFlow method, int argument) {
    if (!isPrivate(method.method())) {
      return Optional.empty();
    }
    List<Use> uses = new ArrayList<>();
    for (MethodFlow caller : family.flowsWith(instruction -> mentions(instruction, method))) {
      for (int index = 0; index < caller.size(); index++) {
        AbstractInsnNode instruction = caller.instruction(index);
        if (mentions(instruction, method) && caller.isReachable(index)) {
          if (!(instruction instanceof MethodInsnNode)) {
            return Optional.empty();
          }
          uses.add(new Use(caller, index, argument));
        }
      }
    }
    return Optional.of(uses);
  }

  /** Private, or made by the compiler for those who share what is private. */
  private static boolean isPrivate(MethodNode method) {
    boolean synthetic = (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    boolean accessor =
        synthetic
            && ((method.name.startsWith("access$") && (method.access & Opcodes.ACC_STATIC) != 0)
                || isConstructorAccessor(method));
    return (method.access & Opcodes.ACC_PRIVATE) != 0 || accessor;
  }

  /** Javac adds a marker of an anonymous class; Kotlin its own, which also marks default values. */
  private static boolean isConstructorAccessor(MethodNode method) {
    Type[] parameters = Type.getArgumentTypes(method.desc);
    if (!method.name.equals("<init>") || parameters.length < 2) {
      return false;
    }
    String marker = parameters[parameters.length - 1].getClassName();
    return marker.equals("kotlin.jvm.internal.DefaultConstructorMarker")
        ? parameters[parameters.length - 2].getSort() != Type.INT
        : (method.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0;
  }

  /** The same; empty as well if nobody seems to call it, which would prove everything. */
  Optional<List<Use>> some(MethodFlow method, int argument) {
    return of(method, argument).filter(uses -> !uses.isEmpty());
  }

  /** Whether others than the family may call the method. */
  static boolean isOpen(MethodNode method) {
    return !isPrivate(method);
  }

  private boolean mentions(AbstractInsnNode instruction, MethodFlow method) {
    if (instruction instanceof MethodInsnNode call) {
      return isMeant(method, call.owner, call.name, call.desc);
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return Arrays.stream(call.bsmArgs).anyMatch(argument -> isHandle(argument, method));
    }
    return instruction instanceof LdcInsnNode constant && isHandle(constant.cst, method);
  }

  private boolean isHandle(Object constant, MethodFlow method) {
    return constant instanceof Handle handle
        && isMeant(method, handle.getOwner(), handle.getName(), handle.getDesc());
  }

  private boolean isMeant(MethodFlow method, String owner, String name, String desc) {
    return name.equals(method.method().name)
        && desc.equals(method.method().desc)
        && (owner.equals(method.owner().name) || family.inherits(owner, name, desc));
  }
}
