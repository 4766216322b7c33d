package org.drystone.registry.immutability.internal.classfiles;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.objectweb.asm.tree.ClassNode;

/**
 * A class and all classes that can reach its private members: its nest, and in class files that
 * know no nests the classes within each other.
 */
public final class Nest {

  private Nest() {}

  /**
   * Empty if a member's class file is missing or cannot be understood, or names what is private by
   * another class than the one that declares it.
   */
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
    return Jdk.defines(type) || new PrivateNames(members, type.getClassLoader()).areDirect()
        ? Optional.of(members)
        : Optional.empty();
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
