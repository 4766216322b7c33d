package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Recognises streams that are collected into new containers of new containers. */
final class Grouped {

  private static final Set<String> GROUPING = Set.of("groupingBy", "partitioningBy");
  private static final Set<String> INTO_MAP = Set.of("toMap", "toUnmodifiableMap");
  private static final Set<String> INTO_NEW = Set.of("toList", "toSet");
  private static final Set<String> KEEPING = Set.of("toList", "toSet", "toUnmodifiableList");

  private Grouped() {}

  /** {@code collect(groupingBy(key))}: all containers in the map are made by the collector. */
  static boolean byCollector(MethodFlow flow, MethodInsnNode call) {
    return call.name.equals("collect")
        && flow.origins(flow.indexOf(call), 1).stream()
            .allMatch(
                origin ->
                    isCollector(origin, GROUPING) && groupsIntoNew(flow, (MethodInsnNode) origin));
  }

  private static boolean groupsIntoNew(MethodFlow flow, MethodInsnNode grouping) {
    return switch (Type.getArgumentTypes(grouping.desc).length) {
      case 1 -> true;
      case 2 ->
          flow.origins(flow.indexOf(grouping), 1).stream()
              .allMatch(origin -> isCollector(origin, INTO_NEW));
      default -> false;
    };
  }

  /** {@code collect(toMap(key, value))}: the second function makes what is in the map. */
  static boolean intoMap(MethodFlow flow, MethodInsnNode call) {
    return call.name.equals("collect")
        && flow.origins(flow.indexOf(call), 1).stream()
            .allMatch(
                origin ->
                    isCollector(origin, INTO_MAP)
                        && Type.getArgumentTypes(((MethodInsnNode) origin).desc).length == 2);
  }

  /** {@code toList()}, {@code toArray(..)}: what is in the result was in the stream. */
  static boolean keepsElements(MethodFlow flow, MethodInsnNode call) {
    return call.owner.startsWith("java/util/stream/")
        && (call.name.equals("toList")
            || call.name.equals("toArray")
            || (call.name.equals("collect")
                && flow.operands(flow.indexOf(call)).size() == 2
                && flow.origins(flow.indexOf(call), 1).stream()
                    .allMatch(origin -> isCollector(origin, KEEPING))));
  }

  /** {@code map(..)}, of whose function the elements of the stream are the results. */
  static boolean isMapped(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.owner.startsWith("java/util/stream/")
        && (call.name.equals("map") || call.name.equals("mapToObj"));
  }

  private static boolean isCollector(AbstractInsnNode origin, Set<String> names) {
    return origin instanceof MethodInsnNode call
        && call.owner.equals("java/util/stream/Collectors")
        && names.contains(call.name);
  }
}
