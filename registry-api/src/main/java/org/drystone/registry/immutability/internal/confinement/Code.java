package org.drystone.registry.immutability.internal.confinement;

import org.drystone.registry.immutability.internal.reach.Callers;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A method of a loaded class. */
record Code(Class<?> type, ClassNode owner, MethodNode method) {

  boolean isStatic() {
    return is(Opcodes.ACC_STATIC);
  }

  boolean isConstructor() {
    return method.name.equals("<init>");
  }

  /** Whether it can be followed. */
  boolean hasBody() {
    return method.instructions.size() > 0;
  }

  /** Whether only classes that share the private members of its own can call it. */
  boolean isPrivate() {
    return !Callers.isOpen(method);
  }

  /** Whether a call that names it runs it, whatever the class of the object. */
  boolean isFixed() {
    return is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)
        || (owner.access & Opcodes.ACC_FINAL) != 0;
  }

  boolean isOpenBeyondPackage() {
    return is(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
  }

  boolean is(int access) {
    return (method.access & access) != 0;
  }

  Type result() {
    return Type.getReturnType(method.desc);
  }
}
