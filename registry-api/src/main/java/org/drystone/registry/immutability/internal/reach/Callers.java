package org.drystone.registry.immutability.internal.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.Handles;
import org.drystone.registry.immutability.internal.flow.InstantLambda;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds all places from which a method can be called, where that is possible. */
public final class Callers {

  private final Family family;

  public Callers(Family family) {
    this.family = family;
  }

  /** All uses as that argument of the method; empty if others may call it. */
  public Optional<List<Use>> of(MethodFlow method, int argument) {
    return of(method, argument, receiver(method, argument));
  }

  private static Receiver receiver(MethodFlow method, int argument) {
    return argument == 0 && !method.isStatic() ? Receiver.EXACT : Receiver.ANY;
  }

  /** The same; only for calls on the objects in question, if nothing else matters. */
  Optional<List<Use>> of(MethodFlow method, int argument, Receiver receiver) {
    if (!areKnown(method, receiver)) {
      return Optional.empty();
    }
    List<Use> uses = new ArrayList<>();
    for (MethodFlow caller :
        family.flowsWith(method.method().name, i -> mentions(i, method, receiver))) {
      for (int index = 0; index < caller.size(); index++) {
        AbstractInsnNode instruction = caller.instruction(index);
        if (mentions(instruction, method, receiver)
            && caller.isReachable(index)
            && concerns(caller, index, receiver)) {
          Optional<Use> use = use(caller, index, argument);
          if (use.isEmpty()) {
            return Optional.empty();
          }
          uses.add(use.get());
        }
      }
    }
    return Optional.of(uses);
  }

  private static Optional<Use> use(MethodFlow caller, int index, int argument) {
    return caller.instruction(index) instanceof MethodInsnNode
        ? Optional.of(new Use(caller, index, argument))
        : InstantLambda.argument(caller, index, argument);
  }

  private boolean areKnown(MethodFlow method, Receiver receiver) {
    boolean areAdmitted =
        isPrivate(method.method())
            ? family.exact().map(exact -> exact.admitNest(method)).orElse(true)
            : family.exact().map(exact -> exact.admitCallers(method, receiver)).orElse(false);
    return areAdmitted && !Lookups.mayCall(family, method.method().name);
  }

  private boolean concerns(MethodFlow caller, int index, Receiver receiver) {
    return receiver == Receiver.ANY
        || !(caller.instruction(index) instanceof MethodInsnNode)
        || family.exact().map(exact -> exact.isReceiver(caller, index)).orElse(true);
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

  /**
   * The same; empty as well if nobody seems to call a private one, which would prove everything.
   */
  Optional<List<Use>> some(MethodFlow method, int argument) {
    return some(method, argument, receiver(method, argument));
  }

  public Optional<List<Use>> some(MethodFlow method, int argument, Receiver receiver) {
    return of(method, argument, receiver)
        .filter(uses -> !uses.isEmpty() || isOpen(method.method()) || isCalled(method));
  }

  /** Whether it is called at all, if only on other objects than those asked for. */
  private boolean isCalled(MethodFlow method) {
    return family.flowsWith(i -> mentions(i, method, Receiver.ANY)).stream()
        .anyMatch(
            caller ->
                IntStream.range(0, caller.size())
                    .filter(caller::isReachable)
                    .anyMatch(index -> mentions(caller.instruction(index), method, Receiver.ANY)));
  }

  /** Whether others than the family may call the method. */
  private static boolean isOpen(MethodNode method) {
    return !isPrivate(method);
  }

  private boolean mentions(AbstractInsnNode instruction, MethodFlow method, Receiver receiver) {
    if (instruction instanceof MethodInsnNode call) {
      return family
          .exact()
          .map(exact -> exact.isMeant(method, receiver, call))
          .orElseGet(() -> isMeant(method, call.owner, call.name, call.desc));
    }
    return Handles.anyIn(instruction, handle -> isHandle(handle, method));
  }

  /** A handle may be used for any object. */
  private boolean isHandle(Handle handle, MethodFlow method) {
    return mayBeInherited(method)
        ? isNamed(method, handle.getName(), handle.getDesc())
        : (isNamed(method, handle.getName(), handle.getDesc()) && !family.has(handle.getOwner()))
            || isMeant(method, handle.getOwner(), handle.getName(), handle.getDesc());
  }

  private boolean mayBeInherited(MethodFlow method) {
    return family.exact().isPresent() && !method.isConstructor();
  }

  private boolean isMeant(MethodFlow method, String owner, String name, String desc) {
    return isNamed(method, name, desc)
        && (owner.equals(method.owner().name) || family.inherits(owner, name, desc));
  }

  private static boolean isNamed(MethodFlow method, String name, String desc) {
    return name.equals(method.method().name) && desc.equals(method.method().desc);
  }
}
