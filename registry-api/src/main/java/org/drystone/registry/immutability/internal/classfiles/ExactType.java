package org.drystone.registry.immutability.internal.classfiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
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

  /** Empty if the class file of a superclass cannot be read, or if two of them share a name. */
  public static Optional<ExactType> of(Class<?> type) {
    ExactType exact = new ExactType(type);
    for (Class<?> part = type; part != null && !Jdk.defines(part); part = part.getSuperclass()) {
      Optional<ClassNode> node = ClassFiles.read(part);
      if (node.isEmpty() || exact.chain.containsKey(nameOf(part))) {
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
    return Finality.isFinal(type);
  }

  /** The loaded class and its superclasses, the JDK's excepted. */
  public Stream<Class<?>> types() {
    return chain.values().stream().map(Part::type);
  }

  /** The class and its superclasses, the JDK's excepted. */
  public Stream<ClassNode> chain() {
    return chain.values().stream().map(Part::node);
  }

  /**
   * The names by which instructions may name a field that a superclass declares: its own, and those
   * of the classes below, down to one that hides the field by another.
   */
  public List<String> holders(String superclass, FieldNode field) {
    List<String> names = new ArrayList<>();
    for (ClassNode node : chain().toList()) {
      if (!node.name.equals(superclass) && declares(node, field)) {
        names.clear();
      } else {
        names.add(node.name);
      }
      if (node.name.equals(superclass)) {
        return names;
      }
    }
    return List.of(superclass);
  }

  private static boolean declares(ClassNode node, FieldNode field) {
    return node.fields.stream()
        .anyMatch(other -> other.name.equals(field.name) && other.desc.equals(field.desc));
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

  /**
   * The method that a virtual call of an object of this class runs; empty if it is the JDK's, or if
   * the one that is named might not be overridden by what looks like it.
   */
  public Optional<Member> selected(MethodInsnNode call) {
    Optional<Member> named =
        chain()
            .dropWhile(node -> !node.name.equals(call.owner))
            .flatMap(node -> Member.all(node, call.name, call.desc))
            .findFirst();
    return named
        .filter(Member::isHidden)
        .or(() -> lowest(call).filter(lowest -> named.map(it -> runsFor(it, lowest)).orElse(true)))
        .filter(member -> member.method().instructions.size() > 0);
  }

  private Optional<Member> lowest(MethodInsnNode call) {
    return declarations(call.name, call.desc).findFirst();
  }

  private boolean runsFor(Member named, Member lowest) {
    return lowest.owner() == named.owner()
        || isOpenTo(named.owner(), named.method(), lowest.owner());
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
    return Member.all(node, name, desc).filter(member -> !member.isHidden());
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
