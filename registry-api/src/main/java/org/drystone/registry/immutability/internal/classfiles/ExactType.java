package org.drystone.registry.immutability.internal.classfiles;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The exact class of the objects in question, and what it takes from its superclasses. */
public final class ExactType {

  private record Part(Class<?> type, ClassNode node) {}

  private final Class<?> type;
  private final Map<String, Part> chain = new LinkedHashMap<>();
  private final Set<String> supertypes = new HashSet<>();

  private ExactType(Class<?> type) {
    this.type = type;
    Deque<Class<?>> pending = new ArrayDeque<>(List.of(type));
    while (!pending.isEmpty()) {
      Class<?> next = pending.remove();
      supertypes.add(nameOf(next));
      Optional.ofNullable(next.getSuperclass()).ifPresent(pending::add);
      pending.addAll(List.of(next.getInterfaces()));
    }
  }

  /** Empty if the class file of a superclass cannot be read. */
  public static Optional<ExactType> of(Class<?> type) {
    ExactType exact = new ExactType(type);
    for (Class<?> part = type; part != null && !Jdk.defines(part); part = part.getSuperclass()) {
      Optional<ClassNode> node = ClassFiles.read(part);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      exact.chain.put(nameOf(part), new Part(part, node.get()));
    }
    return Optional.of(exact);
  }

  private static String nameOf(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  public String name() {
    return nameOf(type);
  }

  public boolean isFinal() {
    return Modifier.isFinal(type.getModifiers());
  }

  /** The class and its superclasses, the JDK's excepted. */
  public Stream<ClassNode> chain() {
    return chain.values().stream().map(Part::node);
  }

  /** The names of the class and its superclasses, up to that one. */
  public List<String> downFrom(String superclass) {
    List<String> names = List.copyOf(chain.keySet());
    return names.subList(0, names.indexOf(superclass) + 1);
  }

  /** Whether the class inherits its state and code from that one, or is it. */
  public boolean isBuiltOn(String className) {
    return chain.containsKey(className);
  }

  /** The loaded class, if the exact class is built on it. */
  public Optional<Class<?>> part(String className) {
    return Optional.ofNullable(chain.get(className)).map(Part::type);
  }

  /** The parts that lie in a package of that name. */
  Stream<Class<?>> partsIn(String folder) {
    return chain.values().stream()
        .filter(part -> Neighbours.folder(part.node().name).equals(folder))
        .map(Part::type);
  }

  /** Whether a variable of that type may hold such an object. */
  public boolean fits(String className) {
    return supertypes.contains(className);
  }

  /** The method that a call of an object of this class runs; empty if it is the JDK's. */
  public Optional<Member> selected(String name, String desc) {
    return declarations(name, desc).findFirst().filter(m -> m.method().instructions.size() > 0);
  }

  /** The method that {@code super.name(..)} means where the superclass is that one. */
  public Optional<Member> inheritedBy(String superclass, String name, String desc) {
    return chain()
        .dropWhile(node -> !node.name.equals(superclass))
        .flatMap(node -> declaredBy(node, name, desc))
        .findFirst();
  }

  /** The declarations of a method that is not private, from the exact class upwards. */
  public Stream<Member> declarations(String name, String desc) {
    return chain().flatMap(node -> declaredBy(node, name, desc));
  }

  private static Stream<Member> declaredBy(ClassNode node, String name, String desc) {
    return node.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(desc))
        .filter(method -> (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0)
        .map(method -> new Member(node, method));
  }

  /** Whether a superclass of the JDK's may declare a method of that name. */
  public boolean isDeclaredByJdk(String name) {
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      if (Jdk.defines(part)
          && Arrays.stream(part.getDeclaredMethods()).anyMatch(m -> m.getName().equals(name))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call of an object of this class never runs that method, but for super calls. */
  public boolean isOverridden(ClassNode owner, MethodNode method) {
    return declarations(method.name, method.desc)
        .takeWhile(member -> member.owner() != owner)
        .anyMatch(member -> isOpenTo(owner, method, member.owner()));
  }

  private boolean isOpenTo(ClassNode owner, MethodNode method, ClassNode subclass) {
    return (method.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
        || isSamePackage(part(owner.name), part(subclass.name));
  }

  private static boolean isSamePackage(Optional<Class<?>> one, Optional<Class<?>> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().getClassLoader() == other.get().getClassLoader()
        && one.get().getPackageName().equals(other.get().getPackageName());
  }
}
