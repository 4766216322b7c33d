package org.drystone.registry.immutability.internal.classfiles;

import java.util.Optional;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A method, and the class file that declares it. */
public record Member(ClassNode owner, MethodNode method) {

  /** The method with code that a class declares; empty if there is none. */
  public static Optional<Member> declared(ClassNode owner, String name, String desc) {
    return owner.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(desc))
        .filter(method -> method.instructions.size() > 0)
        .map(method -> new Member(owner, method))
        .findFirst();
  }
}
