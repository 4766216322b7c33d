package org.drystone.registry.immutability.internal.classfiles;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the helpers of libraries, such as null checks, so that they can be looked into: static
 * ones, and those of final classes.
 */
public final class Libraries {

  private final Loaders loaders;
  private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

  public Libraries(@Nullable ClassLoader loader) {
    this.loaders = new Loaders(loader);
  }

  /**
   * Empty for methods that may be overridden, and for those of the JDK, whose effects are known.
   */
  public Optional<Member> target(MethodInsnNode call) {
    boolean isLibrary = !call.owner.startsWith("java/") && !call.owner.startsWith("[");
    return isLibrary
        ? find(call.owner)
            .filter(owner -> isCertain(owner, call))
            .flatMap(owner -> resolve(owner, call))
        : Optional.empty();
  }

  /** The objects of a final class have the methods that it declares or takes from superclasses. */
  private static boolean isCertain(ClassNode owner, MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || (call.getOpcode() == Opcodes.INVOKEVIRTUAL && (owner.access & Opcodes.ACC_FINAL) != 0);
  }

  /** In the class that the call names, or the nearest superclass that has such a method. */
  private Optional<Member> resolve(ClassNode owner, MethodInsnNode call) {
    boolean isDeclared =
        owner.methods.stream().anyMatch(m -> m.name.equals(call.name) && m.desc.equals(call.desc));
    return isDeclared || owner.superName == null || owner.superName.startsWith("java/")
        ? Member.declared(owner, call.name, call.desc)
        : find(owner.superName).flatMap(superclass -> resolve(superclass, call));
  }

  /** Takes note that code of that class names classes as well. */
  public void serve(Class<?> type) {
    loaders.add(type);
  }

  /** The class file of a class; empty if there is none. */
  public Optional<ClassNode> find(String className) {
    return classes.computeIfAbsent(className, this::read);
  }

  private Optional<ClassNode> read(String name) {
    return Optional.<Class<?>>ofNullable(loaders.find(name)).flatMap(ClassFiles::read);
  }
}
