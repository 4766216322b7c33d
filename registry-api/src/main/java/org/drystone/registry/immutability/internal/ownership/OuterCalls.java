package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What calls do to a container of containers. Whatever is not named here may show a container in it
 * to others: also who compares elements, since it may call somebody's {@code equals} with them.
 */
final class OuterCalls {

  private static final Set<String> READERS =
      Set.of(
          "size",
          "isEmpty",
          "containsKey",
          "hashCode",
          "toString",
          "getClass",
          "comparator",
          "firstKey",
          "lastKey",
          "floorKey",
          "ceilingKey",
          "higherKey",
          "lowerKey");
  private static final Set<String> VIEWS =
      Set.of(
          "values",
          "subList",
          "subMap",
          "headMap",
          "tailMap",
          "descendingMap",
          "reversed",
          "clone");
  private static final Set<String> KEYS =
      Set.of("keySet", "navigableKeySet", "descendingKeySet", "keys");
  private static final Set<String> ITERATORS =
      Set.of("iterator", "listIterator", "descendingIterator");
  private static final Set<String> ELEMENTS =
      Set.of(
          "get",
          "getOrDefault",
          "getFirst",
          "getLast",
          "first",
          "last",
          "peek",
          "peekFirst",
          "peekLast",
          "element",
          "elementAt");
  private static final Set<String> ENTRIES =
      Set.of("firstEntry", "lastEntry", "floorEntry", "ceilingEntry", "higherEntry", "lowerEntry");
  private static final Set<String> FILLING =
      Set.of(
          "add",
          "addFirst",
          "addLast",
          "addElement",
          "offer",
          "offerFirst",
          "offerLast",
          "push",
          "set",
          "put",
          "putIfAbsent");
  private static final Set<String> TAKING =
      Set.of("poll", "pollFirst", "pollLast", "pop", "removeFirst", "removeLast");
  private static final Set<String> WRITING = Set.of("clear", "trimToSize", "ensureCapacity");
  private static final Set<String> ITERATOR_READERS =
      Set.of("hasNext", "hasPrevious", "nextIndex", "previousIndex", "hasMoreElements");
  private static final Set<String> STEPS = Set.of("next", "previous");
  private static final Set<String> WHOLE_READERS =
      Set.of("size", "isEmpty", "hashCode", "toString");
  private static final Set<String> ARRAY_READERS =
      Set.of("deepToString", "deepHashCode", "toString", "hashCode");

  private OuterCalls() {}

  /** The effect on the receiver or an argument; an argument of a method counts from 1. */
  static Effect of(Alias alias, MethodInsnNode call, Use use) {
    if (call.getOpcode() == Opcodes.INVOKESTATIC || use.operand() > 0) {
      return alias.kind() == Kind.CONTAINER ? ofArgument(call) : Effect.LEAKS;
    }
    if (call.name.equals("<init>")) {
      return Effect.READS;
    }
    return switch (alias.kind()) {
      case CONTAINER -> ofContainer(call);
      case ENTRIES ->
          WHOLE_READERS.contains(call.name)
              ? Effect.READS
              : call.name.equals("iterator") ? Effect.GIVES_ITERATOR : Effect.LEAKS;
      case ITERATOR -> STEPS.contains(call.name) ? Effect.GIVES_ELEMENT : ofIterator(call.name);
      case ENTRY_ITERATOR -> STEPS.contains(call.name) ? Effect.GIVES_ENTRY : ofIterator(call.name);
      case ENTRY -> ofEntry(call.name);
      case ENTRY_STREAM, ELEMENT_STREAM -> Effect.LEAKS;
    };
  }

  /** Whether it puts what it is given last into the container that it is called on. */
  static boolean fills(MethodInsnNode call) {
    return FILLING.contains(call.name) || takesMaker(call);
  }

  /** Whether what it is given last makes what it puts in. */
  static boolean takesMaker(MethodInsnNode call) {
    return call.name.equals("computeIfAbsent")
        || (call.owner.equals("java/util/Arrays") && call.name.equals("setAll"));
  }

  private static Effect ofContainer(MethodInsnNode call) {
    String name = call.name;
    if (READERS.contains(name)) {
      return Effect.READS;
    }
    if (VIEWS.contains(name)) {
      return Effect.GIVES_CONTAINER;
    }
    if (KEYS.contains(name)) {
      return Effect.GIVES_KEYS;
    }
    if (ITERATORS.contains(name)) {
      return Effect.GIVES_ITERATOR;
    }
    if (ELEMENTS.contains(name)) {
      return Effect.GIVES_ELEMENT;
    }
    if (ENTRIES.contains(name)) {
      return Effect.GIVES_ENTRY;
    }
    if (name.equals("entrySet")) {
      return Effect.GIVES_ENTRIES;
    }
    return ofWriting(call);
  }

  private static Effect ofWriting(MethodInsnNode call) {
    if (fills(call)) {
      return Effect.FILLS;
    }
    if (WRITING.contains(call.name)) {
      return Effect.WRITES;
    }
    return TAKING.contains(call.name) || isRemoval(call) ? Effect.TAKES_ELEMENT : Effect.LEAKS;
  }

  /** By index or by key, not by comparing elements. */
  private static boolean isRemoval(MethodInsnNode call) {
    return call.name.equals("remove")
        && Type.getReturnType(call.desc).getSort() == Type.OBJECT
        && Type.getArgumentTypes(call.desc).length == 1;
  }

  private static Effect ofIterator(String method) {
    if (ITERATOR_READERS.contains(method)) {
      return Effect.READS;
    }
    return method.equals("remove") ? Effect.WRITES : Effect.LEAKS;
  }

  private static Effect ofEntry(String method) {
    return switch (method) {
      case "getKey", "hashCode", "toString" -> Effect.READS;
      case "getValue" -> Effect.GIVES_ELEMENT;
      default -> Effect.LEAKS;
    };
  }

  private static Effect ofArgument(MethodInsnNode call) {
    return switch (call.owner) {
      case "java/util/Arrays" -> ofArrays(call.name);
      case "java/util/Collections" ->
          call.name.startsWith("unmodifiable") || call.name.startsWith("synchronized")
              ? Effect.GIVES_CONTAINER
              : Effect.LEAKS;
      case "java/util/Objects" -> ofObjects(call.name);
      case "java/lang/String", "java/lang/StringBuilder", "java/lang/StringBuffer" ->
          LibraryCalls.of(call, 1, Kind.CONTAINER);
      default -> Effect.LEAKS;
    };
  }

  private static Effect ofObjects(String method) {
    return switch (method) {
      case "hash", "hashCode", "toString", "isNull", "nonNull" -> Effect.READS;
      default -> method.startsWith("requireNonNull") ? Effect.GIVES_CONTAINER : Effect.LEAKS;
    };
  }

  private static Effect ofArrays(String method) {
    return switch (method) {
      case "asList" -> Effect.GIVES_CONTAINER;
      case "setAll" -> Effect.FILLS;
      default -> ARRAY_READERS.contains(method) ? Effect.READS : Effect.LEAKS;
    };
  }
}
