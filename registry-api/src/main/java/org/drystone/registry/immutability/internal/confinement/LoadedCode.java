package org.drystone.registry.immutability.internal.confinement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.immutability.internal.classfiles.ClassFiles;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the classes, fields and methods that instructions name, as the JVM does. */
final class LoadedCode {

  /** Beyond, reading them all would cost more than it is worth. */
  private static final int MOST_FILES = 60;

  private final Map<Class<?>, Optional<ClassNode>> files = new HashMap<>();

  /** The class that code of another class means by a name; empty if there is none. */
  Optional<Class<?>> find(String internalName, Class<?> from) {
    try {
      return Optional.of(
          Class.forName(
              Type.getObjectType(internalName).getSort() == Type.ARRAY
                  ? internalName.replace('/', '.')
                  : Type.getObjectType(internalName).getClassName(),
              false,
              from.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The class file; empty if it cannot be read. */
  Optional<ClassNode> file(Class<?> type) {
    Optional<ClassNode> known = files.get(type);
    if (known == null) {
      if (files.size() > MOST_FILES) {
        throw new UnprovableException(type.getName());
      }
      known = ClassFiles.read(type);
      files.put(type, known);
    }
    return known;
  }

  /** The field that an instruction means. */
  Place place(FieldInsnNode use, Class<?> from) {
    for (Class<?> part = find(use.owner, from).orElse(null);
        part != null;
        part = part.getSuperclass()) {
      for (FieldNode field : readable(part).fields) {
        if (field.name.equals(use.name) && field.desc.equals(use.desc)) {
          return Place.of(part, field.name, field.access);
        }
      }
    }
    throw new UnprovableException(use.owner + "." + use.name);
  }

  private ClassNode readable(Class<?> type) {
    return file(type).orElseThrow(() -> new UnprovableException(type.getName()));
  }

  /** The method that a call names: that of the class, or of the nearest that it is built on. */
  Optional<Code> named(Class<?> owner, String name, String desc) {
    Class<?> start = owner.isArray() ? Object.class : owner;
    for (Class<?> part = start; part != null; part = part.getSuperclass()) {
      Optional<Code> found = declared(part, name, desc);
      if (found.isPresent()) {
        return found;
      }
    }
    return inherited(start, name, desc).stream().findFirst();
  }

  private Optional<Code> declared(Class<?> type, String name, String desc) {
    return file(type)
        .flatMap(
            file ->
                file.methods.stream()
                    .filter(method -> method.name.equals(name) && method.desc.equals(desc))
                    .findFirst()
                    .map(method -> new Code(type, file, method)));
  }

  /** What a virtual call of a method runs on an object of exactly that class. */
  Optional<Code> selected(Class<?> exact, Code named) {
    if (named.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) {
      return Optional.of(named);
    }
    MethodNode method = named.method();
    for (Class<?> part = exact; part != null; part = part.getSuperclass()) {
      if (file(part).isEmpty() && !part.isArray()) {
        return Optional.empty();
      }
      Optional<Code> found =
          declared(part, method.name, method.desc)
              .filter(code -> !code.is(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC));
      if (found.isPresent()) {
        return found.filter(code -> named.isOpenBeyondPackage() || code.equals(named));
      }
    }
    List<Code> defaults = mostSpecific(inherited(exact, method.name, method.desc));
    return defaults.size() == 1 ? Optional.of(defaults.get(0)) : Optional.empty();
  }

  private List<Code> inherited(Class<?> type, String name, String desc) {
    List<Code> found = new ArrayList<>();
    Deque<Class<?>> pending = new ArrayDeque<>();
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      pending.addAll(List.of(part.getInterfaces()));
    }
    if (type.isInterface()) {
      pending.addFirst(Object.class);
    }
    while (!pending.isEmpty()) {
      Class<?> next = pending.remove();
      declared(next, name, desc).filter(code -> !found.contains(code)).ifPresent(found::add);
      pending.addAll(List.of(next.getInterfaces()));
    }
    return found;
  }

  private static List<Code> mostSpecific(List<Code> found) {
    return found.stream()
        .filter(
            code ->
                found.stream()
                    .noneMatch(
                        other ->
                            other.type() != code.type()
                                && code.type().isAssignableFrom(other.type())))
        .toList();
  }
}
