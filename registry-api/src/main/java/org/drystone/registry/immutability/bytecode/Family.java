package org.drystone.registry.immutability.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class and all classes that can reach its private members: its nest, and in class files that
 * know no nests the classes within each other.
 */
final class Family {

  /** A method of a member. */
  record Member(ClassNode owner, MethodNode method) {}

  private final ClassNode self;
  private final Libraries libraries;
  private final Map<String, ClassNode> members = new HashMap<>();
  private final Map<MethodNode, MethodFlow> flows = new HashMap<>();
  private final Map<MethodNode, Paths> paths = new HashMap<>();

  private Family(Class<?> type, ClassNode self) {
    this.self = self;
    this.libraries = new Libraries(type.getClassLoader());
  }

  /** Empty if a member's class file is missing or cannot be understood. */
  static Optional<Family> of(Class<?> type) {
    Optional<ClassNode> self = ClassFiles.read(type);
    if (self.isEmpty()) {
      return Optional.empty();
    }
    Family family = new Family(type, self.get());
    Deque<Class<?>> pending = new ArrayDeque<>(List.of(type.getNestHost().getNestMembers()));
    pending.add(type);
    while (!pending.isEmpty()) {
      Class<?> member = pending.remove();
      Optional<ClassNode> node = ClassFiles.read(member);
      if (node.isEmpty()) {
        return Optional.empty();
      }
      if (family.members.put(node.get().name, node.get()) == null) {
        pending.addAll(family.within(member, node.get()));
      }
    }
    return Optional.of(family);
  }

  /** The classes around and inside of a member, for class files that know no nests. */
  private List<Class<?>> within(Class<?> member, ClassNode node) {
    return Stream.concat(
            Stream.of(topLevel(node.name)), node.innerClasses.stream().map(inner -> inner.name))
        .filter(name -> topLevel(name).equals(topLevel(self.name)))
        .filter(name -> !members.containsKey(name))
        .distinct()
        .flatMap(name -> load(member, name).stream())
        .collect(Collectors.toList());
  }

  private static String topLevel(String name) {
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

  ClassNode self() {
    return self;
  }

  boolean has(String className) {
    return members.containsKey(className);
  }

  /** All methods with code. */
  Stream<Member> methods() {
    return members.values().stream()
        .flatMap(owner -> owner.methods.stream().map(method -> new Member(owner, method)))
        .filter(member -> member.method().instructions.size() > 0);
  }

  /** The flows of all methods that hold such an instruction. */
  List<MethodFlow> flowsWith(Predicate<AbstractInsnNode> instruction) {
    List<MethodFlow> found = new ArrayList<>();
    methods()
        .filter(member -> contains(member.method(), instruction))
        .forEach(member -> found.add(flow(member.owner(), member.method())));
    return found;
  }

  private static boolean contains(MethodNode method, Predicate<AbstractInsnNode> instruction) {
    for (AbstractInsnNode i = method.instructions.getFirst(); i != null; i = i.getNext()) {
      if (instruction.test(i)) {
        return true;
      }
    }
    return false;
  }

  MethodFlow flow(ClassNode owner, MethodNode method) {
    return flows.computeIfAbsent(method, m -> MethodFlow.of(owner, m));
  }

  Paths paths(MethodFlow flow) {
    return paths.computeIfAbsent(flow.method(), method -> new Paths(flow));
  }

  /**
   * The one method that this call can only mean, of the family or a static one of a library; empty
   * if it may be another.
   */
  Optional<MethodFlow> target(MethodInsnNode call) {
    Optional<Member> found =
        members.containsKey(call.owner)
            ? declared(call.owner, call.name, call.desc)
                .filter(member -> isCertain(call, member.owner(), member.method()))
            : libraries.target(call);
    return found.map(member -> flow(member.owner(), member.method()));
  }

  /** The method of the family that this call means, unless a subclass overrides it. */
  Optional<MethodFlow> likelyTarget(MethodInsnNode call) {
    return declared(call.owner, call.name, call.desc)
        .map(member -> flow(member.owner(), member.method()));
  }

  /** The body of a lambda of the family's own. */
  Optional<MethodFlow> target(Handle body) {
    int fixed = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    return declared(body.getOwner(), body.getName(), body.getDesc())
        .filter(member -> (member.method().access & fixed) != 0)
        .map(member -> flow(member.owner(), member.method()));
  }

  /** Whether the class is a member that takes such a method from a superclass. */
  boolean inherits(String owner, String name, String desc) {
    return members.containsKey(owner)
        && !name.equals("<init>")
        && declared(owner, name, desc).isEmpty();
  }

  /** Whether the class is a member without superclass, but for the JDK's bare collections. */
  boolean isBare(String className) {
    ClassNode member = members.get(className);
    return member != null
        && (member.superName.equals("java/lang/Object")
            || member.superName.startsWith("java/util/Abstract"));
  }

  private Optional<Member> declared(String owner, String name, String desc) {
    ClassNode node = members.get(owner);
    return node == null ? Optional.empty() : declared(node, name, desc);
  }

  static Optional<Member> declared(ClassNode owner, String name, String desc) {
    return owner.methods.stream()
        .filter(method -> method.name.equals(name) && method.desc.equals(desc))
        .filter(method -> method.instructions.size() > 0)
        .map(method -> new Member(owner, method))
        .findFirst();
  }

  private static boolean isCertain(MethodInsnNode call, ClassNode owner, MethodNode method) {
    int fixed = Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || call.getOpcode() == Opcodes.INVOKESPECIAL
        || (method.access & fixed) != 0
        || (owner.access & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether it is a static final field of the family's own. */
  boolean isOwnConstant(FieldInsnNode read) {
    return members.containsKey(read.owner) && isConstant(read);
  }

  /** Whether it is a private field of the class itself. */
  boolean isOwnPrivateField(FieldInsnNode use) {
    return use.owner.equals(self.name)
        && self.fields.stream()
            .anyMatch(
                field -> field.name.equals(use.name) && (field.access & Opcodes.ACC_PRIVATE) != 0);
  }

  /** Whether a static field is final; those of the JDK are taken to be. */
  boolean isConstant(FieldInsnNode read) {
    return read.owner.startsWith("java/")
        || Optional.ofNullable(members.get(read.owner))
            .or(() -> libraries.find(read.owner))
            .filter(owner -> isConstant(owner, read.name))
            .isPresent();
  }

  private static boolean isConstant(ClassNode owner, String name) {
    return owner.fields.stream()
        .filter(field -> field.name.equals(name))
        .allMatch(field -> (field.access & Opcodes.ACC_FINAL) != 0);
  }
}
