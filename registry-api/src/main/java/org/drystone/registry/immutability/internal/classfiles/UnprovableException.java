package org.drystone.registry.immutability.internal.classfiles;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A proof met code that it does not understand. */
public final class UnprovableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnprovableException(ClassNode owner, MethodNode method) {
    this(owner.name + "." + method.name + method.desc);
  }

  public UnprovableException(String where) {
    super(where, null, false, false);
  }
}
