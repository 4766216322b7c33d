package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the JDK's methods do to the arrays and collections that they are given as arguments. */
final class LibraryCalls {

  /**
   * Whose constructors copy what they are given, besides the containers that {@link Fresh} knows.
   */
  private static final Set<String> COPYING = Set.of("java/lang/String", "java/math/BigInteger");

  private static final Set<String> ARRAYS_WRITING =
      Set.of("sort", "parallelSort", "fill", "setAll", "parallelSetAll", "parallelPrefix");
  private static final Set<String> COLLECTIONS_READING =
      Set.of(
          "max", "min", "binarySearch", "frequency", "disjoint", "indexOfSubList", "enumeration");
  private static final Set<String> COLLECTIONS_WRITING =
      Set.of("sort", "shuffle", "reverse", "swap", "fill", "addAll", "rotate", "replaceAll");
  private static final Set<String> PRINTING =
      Set.of("java/lang/String", "java/lang/StringBuilder", "java/lang/StringBuffer");

  private static final Set<String> BUILDERS =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.AbstractStringBuilder",
          "java.lang.Appendable");

  /** What those that print write into an array. */
  private static final Set<String> PRINTING_INTO = Set.of("getChars", "getBytes");

  private LibraryCalls() {}

  /** The effect on the argument; an argument of an instance method is counted from 1. */
  static Effect of(MethodInsnNode call, int argument, Kind kind) {
    if (kind != Kind.CONTAINER) {
      return PRINTING.contains(call.owner) && !call.name.equals("<init>")
          ? Effect.READS
          : Effect.LEAKS;
    }
    return switch (call.owner) {
      case "java/util/Arrays" -> ofArrays(call.name);
      case "java/util/Collections" -> ofCollections(call.name);
      case "java/util/Objects" -> ofObjects(call.name, argument);
      case "java/lang/System" -> ofSystem(call.name, argument);
      case "java/util/List", "java/util/Set", "java/util/Map", "java/util/EnumSet" ->
          call.name.equals("copyOf") ? Effect.READS : Effect.LEAKS;
      default -> ofOthers(call);
    };
  }

  /** Whether it gives back the very builder of text that it is called on. */
  static boolean givesReceiver(Use use) {
    return use.instruction() instanceof MethodInsnNode call
        && use.operand() == 0
        && BUILDERS.contains(Type.getReturnType(call.desc).getClassName());
  }

  /** Whether a call only hashes or prints the elements of the array that it takes last. */
  static boolean printsElements(AbstractInsnNode instruction) {
    if (!(instruction instanceof MethodInsnNode call)) {
      return false;
    }
    return switch (call.owner) {
      case "java/util/Objects" -> call.name.equals("hash");
      case "java/util/Arrays" -> call.name.equals("hashCode") || call.name.equals("toString");
      case "java/lang/String" -> call.name.equals("format") || call.name.equals("formatted");
      default -> false;
    };
  }

  private static Effect ofOthers(MethodInsnNode call) {
    if (PRINTING.contains(call.owner)) {
      return PRINTING_INTO.contains(call.name) ? Effect.WRITES : Effect.READS;
    }
    boolean copies = Fresh.isContainer(call.owner) || COPYING.contains(call.owner);
    return copies && call.name.equals("<init>") ? Effect.READS : Effect.LEAKS;
  }

  private static Effect ofArrays(String method) {
    if (method.equals("asList")) {
      return Effect.GIVES_CONTAINER;
    }
    return ARRAYS_WRITING.contains(method) ? Effect.WRITES : Effect.READS;
  }

  private static Effect ofCollections(String method) {
    if (method.startsWith("unmodifiable") || COLLECTIONS_READING.contains(method)) {
      return Effect.READS;
    }
    if (method.startsWith("synchronized") || method.startsWith("checked")) {
      return Effect.GIVES_CONTAINER;
    }
    return COLLECTIONS_WRITING.contains(method) ? Effect.WRITES : Effect.LEAKS;
  }

  /** The methods that compare call a method of the first argument with the second one. */
  private static Effect ofObjects(String method, int argument) {
    return switch (method) {
      case "equals", "deepEquals" -> argument == 0 ? Effect.READS : Effect.LEAKS;
      case "hash", "hashCode", "toString", "isNull", "nonNull" -> Effect.READS;
      default -> method.startsWith("require") ? Effect.GIVES_CONTAINER : Effect.LEAKS;
    };
  }

  private static Effect ofSystem(String method, int argument) {
    if (method.equals("arraycopy")) {
      return argument == 0 ? Effect.READS : Effect.WRITES;
    }
    return method.equals("identityHashCode") ? Effect.READS : Effect.LEAKS;
  }
}
