package org.drystone.registry.immutability.internal.reach;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.ClassFiles;
import org.drystone.registry.immutability.internal.classfiles.ExactType;
import org.drystone.registry.immutability.internal.classfiles.Libraries;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.Effort;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.flow.Paths;
import org.drystone.registry.immutability.internal.flow.Relevance;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class and all classes that can reach its private members. For objects of one {@linkplain Exact
 * exact class} also its other superclasses, and those that can reach what is not private.
 */
public final class Family {

  private final ClassNode self;
  private final Map<String, ClassNode> members;
  private final Libraries libraries;
  private final Fields fields;
  private final Optional<Exact> exact;
  private final Supplier<Boolean> looksUp = Suppliers.memoize(this::findLookups);
  private final Effort effort = new Effort();
  private final NameIndex names = new NameIndex(effort);
  private final Map<MethodNode, MethodFlow> flows = new HashMap<>();
  private final Map<MethodNode, Paths> paths = new HashMap<>();
  private final Map<MethodNode, Naming> namings = new HashMap<>();

  private Family(
      Class<?> owner, ClassNode self, Map<String, ClassNode> members, Optional<ExactType> exact) {
    this.self = self;
    this.members = members;
    this.libraries = new Libraries(owner.getClassLoader());
    exact.stream().flatMap(ExactType::types).forEach(libraries::serve);
    this.fields = new Fields(self, members);
    this.exact = exact.map(type -> new Exact(this, type));
  }

  /** Empty if a member's class file is missing or cannot be understood. */
  public static Optional<Family> of(Class<?> owner) {
    return of(owner, Optional.empty());
  }

  /** The same for objects of one exact class only, whose superclasses are members, too. */
  public static Optional<Family> of(Class<?> owner, Class<?> exact) {
    return ExactType.of(exact).flatMap(type -> of(owner, Optional.of(type)));
  }

  private static Optional<Family> of(Class<?> owner, Optional<ExactType> exact) {
    Optional<ClassNode> self = ClassFiles.read(owner);
    Optional<Map<String, ClassNode>> nest = Nest.of(owner);
    if (self.isEmpty() || nest.isEmpty()) {
      return Optional.empty();
    }
    Map<String, ClassNode> members = new HashMap<>(nest.get());
    exact.ifPresent(type -> type.chain().forEach(node -> members.putIfAbsent(node.name, node)));
    ClassNode known = members.getOrDefault(self.get().name, self.get());
    return Optional.of(new Family(owner, known, members, exact));
  }

  /** What holds for objects of one exact class; empty if those of all subclasses are meant. */
  public Optional<Exact> exact() {
    return exact;
  }

  /** A field that the class itself declares. */
  public FieldId field(String name) {
    FieldNode declared =
        self.fields.stream()
            .filter(field -> field.name.equals(name))
            .findFirst()
            .orElseThrow(() -> new UnprovableException(self.name + "." + name));
    List<String> holders =
        exact.map(only -> only.type().holders(self.name, declared)).orElse(List.of(self.name));
    return new FieldId(self.name, name, declared.desc, holders);
  }

  /** How the fields are declared that its code names. */
  public Fields fields() {
    return fields;
  }

  public ClassNode self() {
    return self;
  }

  public boolean has(String className) {
    return members.containsKey(className);
  }

  /**
   * Whether a member, or a neighbour let in so far, gets the right to look up members at run time.
   */
  boolean looksUp() {
    return looksUp.get()
        || exact.stream()
            .flatMap(only -> only.neighbours().stream())
            .anyMatch(
                beside ->
                    Lookups.MAKERS.stream()
                        .anyMatch(name -> !names.methods(beside, name).isEmpty()));
  }

  private boolean findLookups() {
    return members.values().stream()
        .flatMap(member -> member.methods.stream())
        .anyMatch(method -> contains(method, Lookups::isLookup));
  }

  /** The members, and the neighbours let in so far. */
  private List<ClassNode> classes() {
    return Stream.concat(
            members.values().stream(), exact.stream().flatMap(only -> only.neighbours().stream()))
        .toList();
  }

  /** The flows of all methods that hold such an instruction. */
  public List<MethodFlow> flowsWith(Predicate<AbstractInsnNode> instruction) {
    return flowsWith(owner -> owner.methods, instruction);
  }

  /** The same, for instructions and handles of that name only: a quicker question. */
  public List<MethodFlow> flowsWith(String name, Predicate<AbstractInsnNode> instruction) {
    return flowsWith(owner -> names.methods(owner, name), instruction);
  }

  private List<MethodFlow> flowsWith(
      Function<ClassNode, Collection<MethodNode>> methods,
      Predicate<AbstractInsnNode> instruction) {
    List<MethodFlow> found = new ArrayList<>();
    for (ClassNode owner : classes()) {
      for (MethodNode method : methods.apply(owner)) {
        effort.spend(method.instructions.size());
        if (contains(method, instruction)) {
          found.add(flow(owner, method));
        }
      }
    }
    return found;
  }

  private static boolean contains(MethodNode method, Predicate<AbstractInsnNode> instruction) {
    AbstractInsnNode next = method.instructions.getFirst();
    while (next != null && !instruction.test(next)) {
      next = next.getNext();
    }
    return next != null;
  }

  /** The flows of those methods of any class that hold such an instruction. */
  public Stream<MethodFlow> flowsOf(ClassNode owner, Predicate<AbstractInsnNode> instruction) {
    return owner.methods.stream()
        .filter(method -> contains(method, instruction))
        .map(method -> flow(owner, method));
  }

  /** The class file of any class, of the family or not; empty if there is none. */
  public Optional<ClassNode> find(String className) {
    return Optional.ofNullable(members.get(className)).or(() -> libraries.find(className));
  }

  public MethodFlow flow(ClassNode owner, MethodNode method) {
    return flows.computeIfAbsent(
        method,
        m -> MethodFlow.of(owner, m, exact.map(Exact::relevance).orElse(Relevance.ALL), effort));
  }

  public Naming naming(MethodFlow flow) {
    return namings.computeIfAbsent(flow.method(), method -> new Naming(flow, paths(flow)));
  }

  public Paths paths(MethodFlow flow) {
    return paths.computeIfAbsent(flow.method(), method -> new Paths(flow));
  }

  /**
   * The one method that this call can only mean, of the family or a static one of a library; empty
   * if it may be another.
   */
  public Optional<MethodFlow> target(MethodInsnNode call) {
    Optional<Member> found =
        members.containsKey(call.owner)
            ? declared(call.owner, call.name, call.desc)
                .filter(member -> isCertain(call, member.owner(), member.method()))
            : libraries.target(call);
    return found.map(member -> flow(member.owner(), member.method()));
  }

  /** The method of the family that this call means, unless a subclass overrides it. */
  public Optional<MethodFlow> likelyTarget(MethodInsnNode call) {
    return exact
        .filter(only -> only.isVirtual(call))
        .map(only -> only.type().selected(call))
        .orElseGet(() -> declared(call.owner, call.name, call.desc))
        .map(member -> flow(member.owner(), member.method()));
  }

  /** The body of a lambda of the family's own. */
  public Optional<MethodFlow> target(Handle body) {
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
  public boolean isBare(String className) {
    ClassNode member = members.get(className);
    return member != null
        && (member.superName.equals("java/lang/Object")
            || member.superName.startsWith("java/util/Abstract"));
  }

  private Optional<Member> declared(String owner, String name, String desc) {
    ClassNode node = members.get(owner);
    return node == null ? Optional.empty() : Member.declared(node, name, desc);
  }

  private static boolean isCertain(MethodInsnNode call, ClassNode owner, MethodNode method) {
    int fixed = Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || call.getOpcode() == Opcodes.INVOKESPECIAL
        || (method.access & fixed) != 0
        || (owner.access & Opcodes.ACC_FINAL) != 0;
  }
}
