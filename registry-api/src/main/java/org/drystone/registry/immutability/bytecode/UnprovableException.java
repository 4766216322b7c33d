package org.drystone.registry.immutability.bytecode;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A proof met code that it does not understand. */
final class UnprovableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnprovableException(ClassNode owner, MethodNode method) {
    this(owner.name + "." + method.name + method.desc);
  }

  UnprovableException(String where) {
    super(where, null, false, false);
  }
}
