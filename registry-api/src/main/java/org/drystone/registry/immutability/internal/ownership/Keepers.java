package org.drystone.registry.immutability.internal.ownership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.ownership.Alias.Phase;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Lookups;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The objects of other classes that may keep an array, a collection or an iterator in a field that
 * only their own nest can reach, as iterators and views do. What the nest does with it is followed
 * like what the family does.
 */
public final class Keepers {

  /** The nest of a class of others. */
  private record Guest(Family family, @Nullable ClassLoader loader) {}

  /** Beyond, the proof would cost more than it is worth. */
  private static final int MOST_GUESTS = 16;

  private final Family family;
  private final @Nullable ClassLoader loader;
  private final Map<String, Optional<Guest>> guests = new HashMap<>();

  public Keepers(Family family, @Nullable ClassLoader loader) {
    this.family = family;
    this.loader = loader;
  }

  /** The family that knows most about a method. */
  Family home(MethodFlow flow) {
    return guest(flow).map(Guest::family).orElse(family);
  }

  /** Whether the method belongs to the nest of a keeper, not to the family. */
  boolean isGuest(MethodFlow flow) {
    return guest(flow).isPresent();
  }

  private Optional<Guest> guest(MethodFlow flow) {
    String owner = flow.owner().name;
    return family.has(owner)
        ? Optional.empty()
        : guests.values().stream()
            .flatMap(Optional::stream)
            .filter(guest -> guest.family().has(owner))
            .findFirst();
  }

  /** The constructor that a method calls, of a class that is not the family's. */
  Optional<MethodFlow> constructor(MethodFlow caller, MethodInsnNode call) {
    return call.name.equals("<init>")
        ? admit(caller, call.owner)
            .flatMap(
                guest ->
                    guest
                        .family()
                        .find(call.owner)
                        .flatMap(owner -> Member.declared(owner, call.name, call.desc))
                        .map(found -> guest.family().flow(found.owner(), found.method())))
        : Optional.empty();
  }

  /** What leads to it once an object keeps it so; empty if others may reach it there. */
  Optional<List<Alias>> keep(Alias alias, FieldInsnNode store) {
    FieldId field = FieldId.namedBy(store);
    return readers(alias.flow(), store)
        .filter(readers -> isHidden(readers, store) && !Lookups.mayRead(readers, field))
        .map(
            readers ->
                readers.flowsWith(field::isReadBy).stream()
                    .flatMap(flow -> reads(flow, field, alias))
                    .toList());
  }

  private static Stream<Alias> reads(MethodFlow flow, FieldId field, Alias kept) {
    return IntStream.range(0, flow.size())
        .filter(index -> flow.isReachable(index) && field.isReadBy(flow.instruction(index)))
        .mapToObj(index -> Alias.held(flow, flow.instruction(index), kept.kind(), Phase.SEALED))
        .map(alias -> alias.at(kept.level()));
  }

  /** The nest of the class that a method writes to; empty if it may be one of those in question. */
  private Optional<Family> readers(MethodFlow writer, FieldInsnNode store) {
    boolean isOwn =
        store.owner.equals(family.self().name)
            || family.exact().filter(exact -> exact.type().isBuiltOn(store.owner)).isPresent();
    if (isOwn) {
      return Optional.empty();
    }
    return isInNest(store.owner)
        ? Optional.of(family)
        : admit(writer, store.owner).map(Guest::family);
  }

  private boolean isInNest(String owner) {
    return family.has(owner) && Nest.topLevel(owner).equals(Nest.topLevel(family.self().name));
  }

  /** Not in a record, whose fields the JDK compares, too. */
  private static boolean isHidden(Family readers, FieldInsnNode store) {
    return readers.find(store.owner).stream()
        .filter(owner -> !owner.superName.equals("java/lang/Record"))
        .flatMap(owner -> owner.fields.stream())
        .filter(field -> field.name.equals(store.name) && field.desc.equals(store.desc))
        .anyMatch(field -> isHidden(field.access));
  }

  /** No source can name what a compiler makes for captured variables. */
  private static boolean isHidden(int access) {
    boolean isCaptured =
        (access & Opcodes.ACC_SYNTHETIC) != 0
            && (access & Opcodes.ACC_FINAL) != 0
            && (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0;
    return isCaptured || (access & Opcodes.ACC_PRIVATE) != 0;
  }

  private Optional<Guest> admit(MethodFlow from, String className) {
    if (className.startsWith("java/")
        || className.startsWith("[")
        || family.has(className)
        || guests.size() >= MOST_GUESTS) {
      return guests.getOrDefault(className, Optional.empty());
    }
    @Nullable ClassLoader seen = guest(from).map(Guest::loader).orElse(loader);
    return guests.computeIfAbsent(className, name -> load(name, seen));
  }

  private static Optional<Guest> load(String className, @Nullable ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className.replace('/', '.'), false, loader);
      return Family.of(type).map(nest -> new Guest(nest, type.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
