package org.drystone.registry.immutability.internal.classfiles;

import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the method that a call runs. */
public final class Dispatch {

  private final Class<?> exact;
  private final Loaders loaders;

  /** For calls on objects of exactly this class. */
  public Dispatch(Class<?> exact) {
    this.exact = exact;
    this.loaders = new Loaders(exact.getClassLoader());
    for (Class<?> part = exact; part != null; part = part.getSuperclass()) {
      loaders.add(part);
    }
  }

  /** Whether it is that class. */
  public boolean isExact(Class<?> type) {
    return type == exact;
  }

  /** Whether the objects have the methods of that class. */
  public boolean isBuiltOn(String className) {
    for (Class<?> part = exact; part != null; part = part.getSuperclass()) {
      if (part.getName().equals(className.replace('/', '.'))) {
        return true;
      }
    }
    return false;
  }

  /** What a virtual call on such an object runs; empty if that cannot be read. */
  public Optional<Member> onThis(MethodInsnNode call) {
    for (Class<?> next = exact; next != null; next = next.getSuperclass()) {
      Class<?> part = next;
      Optional<ClassNode> file = ClassFiles.read(part);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      Optional<Member> found =
          Member.all(file.get(), call.name, call.desc).filter(m -> !m.isHidden()).findFirst();
      if (found.isPresent()) {
        return found
            .filter(member -> member.method().instructions.size() > 0)
            .filter(member -> mayRun(part, member, call));
      }
    }
    return onInterfaces(call);
  }

  /** Whether it is the method that the call names, or surely overrides that. */
  private boolean mayRun(Class<?> lowest, Member found, MethodInsnNode call) {
    Optional<Member> named =
        declared(call).stream()
            .flatMap(owner -> Member.all(owner, call.name, call.desc))
            .findFirst();
    return named
        .map(it -> it.owner() == found.owner() || it.isOpen() || isBeside(lowest, it))
        .orElse(found.isOpen());
  }

  /** Whether a class lies in the package of a method that is not private. */
  private boolean isBeside(Class<?> type, Member member) {
    Class<?> owner = load(member.owner().name);
    return owner != null
        && !member.isHidden()
        && owner.getClassLoader() == type.getClassLoader()
        && owner.getPackageName().equals(type.getPackageName());
  }

  /** What the call runs wherever subclasses cannot override it; empty if they may. */
  public Optional<Member> fixed(MethodInsnNode call) {
    return declared(call)
        .flatMap(file -> Member.declared(file, call.name, call.desc))
        .filter(member -> isFixed(call, member));
  }

  /** What the call runs in a released library, whose subclasses are taken to keep to its word. */
  public Optional<Member> released(MethodInsnNode call) {
    return Optional.<Class<?>>ofNullable(load(call.owner))
        .filter(Dispatch::isInJar)
        .flatMap(owner -> declared(call))
        .flatMap(file -> Member.declared(file, call.name, call.desc));
  }

  /** The class that declares what the call names, or its nearest superclass that does. */
  private Optional<ClassNode> declared(MethodInsnNode call) {
    for (Class<?> part = load(call.owner); part != null; part = part.getSuperclass()) {
      Optional<ClassNode> file = ClassFiles.read(part);
      if (file.isEmpty() || declares(file.get(), call)) {
        return file;
      }
    }
    return Optional.empty();
  }

  private static boolean isInJar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source != null
        && source.getLocation() != null
        && source.getLocation().getPath().endsWith(".jar");
  }

  private static boolean isFixed(MethodInsnNode call, Member member) {
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC;
    return call.getOpcode() == Opcodes.INVOKESTATIC
        || call.getOpcode() == Opcodes.INVOKESPECIAL
        || ((member.method().access | member.owner().access) & access) != 0;
  }

  private static boolean declares(ClassNode owner, MethodInsnNode call) {
    return owner.methods.stream()
        .anyMatch(method -> method.name.equals(call.name) && method.desc.equals(call.desc));
  }

  /** Empty as well if there are two, of which one would have to be found the more specific. */
  private Optional<Member> onInterfaces(MethodInsnNode call) {
    Deque<Class<?>> pending = new ArrayDeque<>();
    for (Class<?> part = exact; part != null; part = part.getSuperclass()) {
      pending.addAll(List.of(part.getInterfaces()));
    }
    Set<Member> found = new HashSet<>();
    while (!pending.isEmpty()) {
      Class<?> next = pending.remove();
      ClassFiles.read(next)
          .flatMap(file -> Member.declared(file, call.name, call.desc))
          .ifPresent(found::add);
      pending.addAll(List.of(next.getInterfaces()));
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** The class of that name; null if there is none, or if code may mean two by it. */
  public @Nullable Class<?> load(String name) {
    return name.startsWith("[") ? null : loaders.find(name);
  }
}
