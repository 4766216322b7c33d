package org.drystone.registry.immutability.internal.classfiles;

import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A method, and the class file that declares it. */
public record Member(ClassNode owner, MethodNode method) {

  /** The method with code that a class declares; empty if there is none. */
  public static Optional<Member> declared(ClassNode owner, String name, String desc) {
    return all(owner, name, desc)
        .filter(member -> member.method().instructions.size() > 0)
        .findFirst();
  }

  /** The method that a class declares, with code or without. */
  static Stream<Member> all(ClassNode owner, String name, String desc) {
    return owner.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(desc))
        .map(method -> new Member(owner, method));
  }

  /** Whether it overrides nothing, and nothing overrides it. */
  boolean isHidden() {
    return (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
  }

  /** Whether all classes below override it that declare the like. */
  boolean isOpen() {
    return !isHidden() && (method.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
  }
}
