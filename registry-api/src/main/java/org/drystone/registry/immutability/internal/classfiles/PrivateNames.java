package org.drystone.registry.immutability.internal.classfiles;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Tells whether the classes of a nest name its private members by the classes that declare them, as
 * compilers do, since by any subclass the JVM finds them as well.
 */
final class PrivateNames {

  private final Map<String, ClassNode> members;
  private final @Nullable ClassLoader loader;

  /** The names and types of private members, and who declares the like. */
  private final Map<String, Set<String>> declaring = new HashMap<>();

  PrivateNames(Map<String, ClassNode> members, @Nullable ClassLoader loader) {
    this.members = members;
    this.loader = loader;
    for (ClassNode member : members.values()) {
      member.fields.stream()
          .filter(field -> isReserved(field.access))
          .forEach(field -> add(field.name, field.desc, member));
      member.methods.stream()
          .filter(method -> isReserved(method.access) && !method.name.startsWith("<"))
          .forEach(method -> add(method.name, method.desc, member));
    }
  }

  /** Private, or made by a compiler for those who share what is private. */
  private static boolean isReserved(int access) {
    return (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
  }

  private void add(String name, String desc, ClassNode member) {
    declaring.computeIfAbsent(name + desc, key -> new HashSet<>()).add(member.name);
  }

  boolean areDirect() {
    return members.values().stream()
        .flatMap(member -> member.methods.stream())
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .allMatch(this::isDirect);
  }

  private boolean isDirect(AbstractInsnNode instruction) {
    if (instruction instanceof FieldInsnNode use) {
      return isDirect(use.owner, use.name + use.desc);
    }
    return !(instruction instanceof MethodInsnNode call)
        || isDirect(call.owner, call.name + call.desc);
  }

  private boolean isDirect(String owner, String key) {
    Set<String> declarers = declaring.get(key);
    return declarers == null
        || declarers.contains(owner)
        || owner.startsWith("[")
        || !isBelow(owner, key, declarers);
  }

  /** Whether what is named so is found in a superclass that is among the declarers. */
  private boolean isBelow(String owner, String key, Set<String> declarers) {
    for (Class<?> part = load(owner); part != null; part = part.getSuperclass()) {
      if (declarers.contains(Type.getInternalName(part))) {
        return true;
      }
      if (ClassFiles.read(part).filter(file -> declares(file, key)).isPresent()) {
        return false;
      }
    }
    return false;
  }

  private static boolean declares(ClassNode file, String key) {
    return file.fields.stream().anyMatch(field -> key.equals(field.name + field.desc))
        || file.methods.stream().anyMatch(method -> key.equals(method.name + method.desc));
  }

  /** Null if there is none, which cannot run either. */
  private @Nullable Class<?> load(String owner) {
    try {
      return Class.forName(owner.replace('/', '.'), false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
