package org.drystone.registry.immutability.internal.ownership;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Recognises the JDK's methods whose result is a new array or collection each time. That a stream
 * keeps no part in what it has collected or put into an array is believed of all streams.
 */
final class Copies implements Opcodes {

  private static final Set<String> OF_STRINGS = Set.of("toCharArray", "getBytes", "split");
  private static final Set<String> COLLECTORS =
      Set.of("toList", "toSet", "toMap", "groupingBy", "partitioningBy");
  private static final Set<String> FREEZING =
      Set.of("toUnmodifiableList", "toUnmodifiableSet", "toUnmodifiableMap");

  private final Family family;
  private final MethodFlow flow;

  Copies(Family family, MethodFlow flow) {
    this.family = family;
    this.flow = flow;
  }

  /** Whether the result cannot change, but for its elements. */
  boolean freeze(MethodInsnNode call) {
    return Fresh.isImmutable(call)
        || (call.owner.equals("java/util/stream/Stream")
            && call.name.equals("toList")
            && isTakenFromJdk(call))
        || (call.name.equals("collect") && isCollected(call, FREEZING));
  }

  boolean make(MethodInsnNode call) {
    return switch (call.name) {
      case "clone" -> call.owner.startsWith("[") || isArrayClone(call);
      case "toArray" ->
          call.owner.startsWith("java/util/stream/")
              ? call.desc.startsWith("()") || isGivenMaker(call)
              : isTakenFromOwn(call);
      case "toByteArray" -> isMadeHere(call);
      case "collect" -> isCollected(call, COLLECTORS);
      default ->
          (call.owner.equals("java/util/Arrays") && call.name.startsWith("copyOf"))
              || (call.owner.equals("java/lang/String") && OF_STRINGS.contains(call.name));
    };
  }

  /** Whether the array to fill is made by {@code Row[]::new}. */
  private boolean isGivenMaker(MethodInsnNode call) {
    return flow.origins(flow.indexOf(call), 1).stream()
        .allMatch(
            origin ->
                origin instanceof InvokeDynamicInsnNode lambda
                    && lambda.bsmArgs.length > 1
                    && lambda.bsmArgs[1] instanceof Handle body
                    && family
                        .target(body)
                        .filter(maker -> maker.owner() == flow.owner())
                        .filter(maker -> makesNothingButArray(maker.method()))
                        .isPresent());
  }

  private static boolean makesNothingButArray(MethodNode maker) {
    return Arrays.stream(maker.instructions.toArray())
        .mapToInt(AbstractInsnNode::getOpcode)
        .allMatch(
            opcode ->
                opcode < 0
                    || opcode == ILOAD
                    || opcode == NEWARRAY
                    || opcode == ANEWARRAY
                    || opcode == ARETURN);
  }

  /** As Kotlin's and Scala's compilers clone arrays. */
  private boolean isArrayClone(MethodInsnNode call) {
    return call.owner.equals("java/lang/Object")
        && call.getOpcode() == INVOKEVIRTUAL
        && receivers(call).stream().allMatch(this::isTypedArray);
  }

  private boolean isTypedArray(AbstractInsnNode origin) {
    if (Fresh.isArray(origin)) {
      return true;
    }
    if (origin instanceof FieldInsnNode field) {
      return field.desc.startsWith("[");
    }
    return origin instanceof MethodInsnNode call
        ? Type.getReturnType(call.desc).getSort() == Type.ARRAY
        : flow.typeOf(origin).filter(type -> type.getSort() == Type.ARRAY).isPresent();
  }

  /** Subclasses of what others made may do what they like. */
  private boolean isMadeHere(MethodInsnNode call) {
    return receivers(call).stream()
            .allMatch(
                origin ->
                    (origin.getOpcode() == NEW && call.owner.equals(((TypeInsnNode) origin).desc))
                        || (origin instanceof MethodInsnNode made
                            && made.getOpcode() == INVOKESTATIC
                            && made.owner.equals("java/math/BigInteger")))
        && (call.owner.equals("java/math/BigInteger")
            || call.owner.equals("java/io/ByteArrayOutputStream"));
  }

  private boolean isCollected(MethodInsnNode call, Set<String> collectors) {
    return call.owner.startsWith("java/util/stream/")
        && flow.operands(flow.indexOf(call)).size() == 2
        && flow.origins(flow.indexOf(call), 1).stream()
            .allMatch(origin -> isCollector(origin, collectors));
  }

  /** Without those that are given a supplier of their own. */
  private static boolean isCollector(AbstractInsnNode origin, Set<String> collectors) {
    return origin instanceof MethodInsnNode call
        && call.owner.equals("java/util/stream/Collectors")
        && collectors.contains(call.name)
        && !call.desc.contains("Ljava/util/function/Supplier;");
  }

  /** Whether a collection of the JDK's is copied; one of others might keep the copy. */
  private boolean isTakenFromOwn(MethodInsnNode call) {
    int index = flow.indexOf(call);
    boolean hasOwnArray =
        flow.operands(index).size() == 1
            || flow.origins(index, 1).stream().allMatch(array -> isGivenOnlyTo(index, array));
    return hasOwnArray && call.owner.startsWith("java/util/") && isTakenFromJdk(call);
  }

  /** It may be the very array that is given back. */
  private boolean isGivenOnlyTo(int call, AbstractInsnNode array) {
    return Fresh.isArray(array)
        && flow.uses(array).stream().allMatch(use -> use.index() == call && use.operand() == 1);
  }

  private boolean isTakenFromJdk(MethodInsnNode call) {
    return new JdkCollections(family)
        .include(new Use(flow, flow.indexOf(call), 0), Optional.empty());
  }

  private Set<AbstractInsnNode> receivers(MethodInsnNode call) {
    return flow.origins(flow.indexOf(call), 0);
  }
}
