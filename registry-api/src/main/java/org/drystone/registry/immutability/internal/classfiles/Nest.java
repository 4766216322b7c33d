package org.drystone.registry.immutability.internal.classfiles;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * A class and all classes that can reach its private members: its nest, and in class files that
 * know no nests the classes within each other.
 */
public final class Nest {

  private Nest() {}

  /** Empty if a member's class file is missing or cannot be understood. */
  public static Optional<Map<String, ClassNode>> of(Class<?> type) {
    Map<String, ClassNode> members = new HashMap<>();
    Deque<Class<?>> pending = new ArrayDeque<>(List.of(type.getNestHost().getNestMembers()));
    pending.add(type);
    while (!pending.isEmpty()) {
      Class<?> member = pending.remove();
      Optional<ClassNode> node = ClassFiles.read(member);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      if (members.put(node.get().name, node.get()) == null) {
        within(node.get())
            .filter(name -> !members.containsKey(name))
            .flatMap(name -> load(member, name).stream())
            .forEach(pending::add);
      }
    }
    return members.values().stream().allMatch(member -> namesFields(member, members))
        ? Optional.of(members)
        : Optional.empty();
  }

  /**
   * Whether a class names the fields of the nest by the classes that declare them, as compilers do,
   * since by a subclass the JVM finds them as well.
   */
  private static boolean namesFields(ClassNode member, Map<String, ClassNode> members) {
    return member.methods.stream()
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .filter(FieldInsnNode.class::isInstance)
        .map(FieldInsnNode.class::cast)
        .allMatch(use -> !isPrivateAbove(members.get(use.owner), use, members));
  }

  private static boolean isPrivateAbove(
      @Nullable ClassNode owner, FieldInsnNode use, Map<String, ClassNode> members) {
    ClassNode part = owner;
    while (part != null && !declares(part, use, 0)) {
      part = members.get(part.superName);
    }
    return part != null && part != owner && declares(part, use, Opcodes.ACC_PRIVATE);
  }

  private static boolean declares(ClassNode owner, FieldInsnNode use, int access) {
    return owner.fields.stream()
        .filter(field -> field.name.equals(use.name) && field.desc.equals(use.desc))
        .anyMatch(field -> (field.access & access) == access);
  }

  /** The classes around and inside of a member, for class files that know no nests. */
  private static Stream<String> within(ClassNode node) {
    String top = topLevel(node.name);
    return Stream.concat(Stream.of(top), node.innerClasses.stream().map(inner -> inner.name))
        .filter(name -> topLevel(name).equals(top))
        .distinct();
  }

  /** The name of the class around all others. */
  public static String topLevel(String name) {
    int inner = name.indexOf('$', name.lastIndexOf('/') + 2);
    return inner < 0 ? name : name.substring(0, inner);
  }

  private static Optional<Class<?>> load(Class<?> type, String name) {
    try {
      return Optional.of(Class.forName(name.replace('/', '.'), false, type.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty(); // What cannot be loaded cannot run either.
    }
  }
}
