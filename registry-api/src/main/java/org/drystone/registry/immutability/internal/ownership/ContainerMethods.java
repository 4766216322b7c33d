package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the methods of the JDK's arrays, collections, iterators and entries do to themselves. */
final class ContainerMethods {

  private static final Set<String> READERS =
      Set.of(
          "size",
          "isEmpty",
          "contains",
          "containsAll",
          "get",
          "getOrDefault",
          "containsKey",
          "containsValue",
          "indexOf",
          "lastIndexOf",
          "first",
          "last",
          "firstKey",
          "lastKey",
          "floor",
          "ceiling",
          "higher",
          "lower",
          "floorKey",
          "ceilingKey",
          "higherKey",
          "lowerKey",
          "firstEntry",
          "lastEntry",
          "floorEntry",
          "ceilingEntry",
          "higherEntry",
          "lowerEntry",
          "peek",
          "peekFirst",
          "peekLast",
          "getFirst",
          "getLast",
          "element",
          "elementAt",
          "hashCode",
          "equals",
          "toString",
          "toArray",
          "comparator",
          "getClass",
          "clone",
          "length",
          "cardinality",
          "nextSetBit",
          "nextClearBit",
          "previousSetBit",
          "previousClearBit",
          "intersects",
          "toLongArray",
          "toByteArray",
          "getTime",
          "before",
          "after",
          "compareTo",
          "toInstant",
          "charAt",
          "codePointAt",
          "chars",
          "codePoints",
          "substring",
          "subSequence");
  private static final Set<String> ELEMENT_READERS =
      Set.of("stream", "parallelStream", "spliterator", "forEach");
  private static final Set<String> WHOLE_READERS =
      Set.of("size", "isEmpty", "contains", "containsAll", "hashCode", "equals", "toString");
  private static final Set<String> VIEWS =
      Set.of(
          "subList",
          "subSet",
          "headSet",
          "tailSet",
          "subMap",
          "headMap",
          "tailMap",
          "descendingSet",
          "descendingMap",
          "keySet",
          "navigableKeySet",
          "descendingKeySet",
          "values",
          "reversed",
          "keys",
          "elements");
  private static final Set<String> ITERATORS =
      Set.of("iterator", "listIterator", "descendingIterator");
  private static final Set<String> ITERATOR_READERS =
      Set.of("hasNext", "hasPrevious", "nextIndex", "previousIndex", "hasMoreElements");
  private static final Set<String> STEPS = Set.of("next", "previous", "nextElement");
  private static final Set<String> ENTRY_READERS =
      Set.of("getKey", "getValue", "hashCode", "equals", "toString");

  private ContainerMethods() {}

  /** Whether it is a method of the JDK's that shows a collection as another one. */
  static boolean isView(MethodInsnNode call) {
    return call.owner.startsWith("java/util/")
        && (VIEWS.contains(call.name) || call.name.equals("entrySet"));
  }

  /** The effect of calling a method on it. */
  static Effect of(Kind kind, String method) {
    return switch (kind) {
      case CONTAINER -> ofContainer(method);
      case ENTRIES -> ofEntries(method);
      case ENTRY_STREAM, ELEMENT_STREAM -> Effect.LEAKS;
      case ITERATOR -> STEPS.contains(method) ? Effect.READS : ofIterator(method);
      case ENTRY_ITERATOR -> STEPS.contains(method) ? Effect.GIVES_ENTRY : ofIterator(method);
      case ENTRY -> ENTRY_READERS.contains(method) ? Effect.READS : Effect.WRITES;
    };
  }

  /** Whatever shows an entry lets it be changed. */
  private static Effect ofEntries(String method) {
    if (WHOLE_READERS.contains(method)) {
      return Effect.READS;
    }
    return ITERATORS.contains(method) ? Effect.GIVES_ITERATOR : Effect.LEAKS;
  }

  private static Effect ofIterator(String method) {
    return ITERATOR_READERS.contains(method) ? Effect.READS : Effect.WRITES;
  }

  private static Effect ofContainer(String method) {
    if (READERS.contains(method) || ELEMENT_READERS.contains(method)) {
      return Effect.READS;
    }
    if (VIEWS.contains(method)) {
      return Effect.GIVES_CONTAINER;
    }
    if (ITERATORS.contains(method)) {
      return Effect.GIVES_ITERATOR;
    }
    return method.equals("entrySet") ? Effect.GIVES_ENTRIES : Effect.WRITES;
  }
}
