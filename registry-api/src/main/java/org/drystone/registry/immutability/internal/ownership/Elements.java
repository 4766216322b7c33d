package org.drystone.registry.immutability.internal.ownership;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves that whatever is in an array, a collection or a stream that a method makes cannot change,
 * or is in the object whose method this is, where it is looked at anyway. Types are believed that
 * the JVM checks; what is said in angle brackets is not.
 */
final class Elements implements Opcodes {

  private static final Pattern COLLECTIONS =
      Pattern.compile(
          "java/util/[A-Za-z]*(List|Set|Map|Map\\$Entry|Collections?|Iterator|Deque|Queue|Vector"
              + "|Optional|Arrays|Objects)"
              + "|java/util/stream/[A-Za-z]*Stream");

  /** What gives back the elements of its receiver, or something that has them. */
  private static final Set<String> KEEPING =
      Set.of(
          "stream",
          "sorted",
          "filter",
          "distinct",
          "limit",
          "skip",
          "toList",
          "iterator",
          "next",
          "get",
          "getKey",
          "getValue",
          "keySet",
          "values",
          "entrySet",
          "toArray",
          "clone",
          "first",
          "last",
          "firstKey",
          "lastKey",
          "parallelStream");

  private static final Set<String> MAPPING = Set.of("map", "mapToObj");
  private static final Set<String> COLLECTORS =
      Set.of("toList", "toSet", "toUnmodifiableList", "toUnmodifiableSet");
  private static final Set<String> ADDING =
      Set.of("add", "addFirst", "addLast", "push", "offer", "put", "putIfAbsent", "set", "append");
  private static final Set<String> COPYING = Set.of("<init>", "addAll", "putAll");

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  /** What was asked before: if anything is no good, nothing is. */
  private final Set<AbstractInsnNode> asked = new HashSet<>();

  Elements(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  /** Whether that is so of what is in the value. */
  boolean areImmutable(MethodFlow flow, AbstractInsnNode origin) {
    if (origin.getOpcode() == ACONST_NULL || !asked.add(origin)) {
      return true;
    }
    if (Fresh.isArray(origin)) {
      return origin.getOpcode() == NEWARRAY
          || (origin instanceof TypeInsnNode array && isImmutable(Type.getObjectType(array.desc)));
    }
    if (origin instanceof MethodInsnNode call) {
      return areGiven(flow, call);
    }
    return isPart(flow, origin)
        || (Fresh.isContainer(flow, origin)
            && flow.uses(origin).stream().allMatch(this::addsImmutable));
  }

  private boolean areImmutable(MethodFlow flow, int index, int operand) {
    return flow.origins(index, operand).stream().allMatch(origin -> areImmutable(flow, origin));
  }

  /** What is in a field of the object is looked at where it lies. */
  private static boolean isPart(MethodFlow flow, AbstractInsnNode origin) {
    return origin.getOpcode() == GETFIELD
        && flow.origins(flow.indexOf(origin), 0).stream().allMatch(flow::isThis);
  }

  private boolean areGiven(MethodFlow flow, MethodInsnNode call) {
    Type result = Type.getReturnType(call.desc);
    if (result.getSort() == Type.ARRAY && isImmutable(elementOf(result))) {
      return true;
    }
    int index = flow.indexOf(call);
    if (call.owner.startsWith("[")) {
      return call.name.equals("clone") && areImmutable(flow, index, 0);
    }
    if (!COLLECTIONS.matcher(call.owner).matches()) {
      return isOfThis(flow, call) && family.target(call).filter(this::gives).isPresent();
    }
    if (call.getOpcode() == INVOKESTATIC) {
      return isMadeOfArguments(call)
          && IntStream.range(0, flow.operands(index).size())
              .allMatch(operand -> isGood(flow, index, operand) || areCopied(flow, call, operand));
    }
    return call.name.equals("collect")
        ? isKeeping(flow, index) && areImmutable(flow, index, 0)
        : MAPPING.contains(call.name)
            ? flow.origins(index, 1).stream().allMatch(this::mapsToImmutable)
            : KEEPING.contains(call.name) && areImmutable(flow, index, 0);
  }

  /** What a helper reads is in the object only if it is the object's own helper. */
  private static boolean isOfThis(MethodFlow flow, MethodInsnNode call) {
    return call.getOpcode() == INVOKESTATIC
        || flow.origins(flow.indexOf(call), 0).stream().allMatch(flow::isThis);
  }

  private static Type elementOf(Type array) {
    return Type.getType(array.getDescriptor().substring(1));
  }

  private static boolean isMadeOfArguments(MethodInsnNode call) {
    return Fresh.isImmutable(call)
        || Fresh.showsArgument(call)
        || (call.owner.equals("java/util/Arrays") && call.name.equals("stream"))
        || (call.owner.equals("java/util/stream/Stream") && call.name.equals("of"));
  }

  /** An argument of an array or a collection, of which it takes the elements. */
  private boolean areCopied(MethodFlow flow, MethodInsnNode call, int operand) {
    Type type = Type.getArgumentTypes(call.desc)[operand];
    boolean isElement =
        type.getDescriptor().equals("Ljava/lang/Object;")
            && !call.name.startsWith("requireNonNull");
    return !isElement && areImmutable(flow, flow.indexOf(call), operand);
  }

  private boolean gives(MethodFlow helper) {
    return IntStream.range(0, helper.size())
        .filter(helper::isReachable)
        .filter(index -> helper.instruction(index).getOpcode() == ARETURN)
        .allMatch(index -> areImmutable(helper, index, 0));
  }

  private static boolean isKeeping(MethodFlow flow, int collect) {
    return flow.operands(collect).size() == 2
        && flow.origins(collect, 1).stream()
            .allMatch(
                origin ->
                    origin instanceof MethodInsnNode call
                        && call.owner.equals("java/util/stream/Collectors")
                        && COLLECTORS.contains(call.name));
  }

  private boolean mapsToImmutable(AbstractInsnNode origin) {
    return origin instanceof InvokeDynamicInsnNode lambda
        && lambda.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && lambda.bsmArgs[1] instanceof Handle body
        && (body.getTag() == H_NEWINVOKESPECIAL
            ? load(Type.getObjectType(body.getOwner())).filter(types::isImmutable).isPresent()
            : isImmutable(Type.getReturnType(body.getDesc())));
  }

  /** Whether a use of a new collection puts nothing else into it. */
  private boolean addsImmutable(Use use) {
    if (!(use.instruction() instanceof MethodInsnNode call)) {
      return switch (use.opcode()) {
        case PUTFIELD -> use.operand() == 1;
        case ARETURN, IFNULL, IFNONNULL, CHECKCAST, INSTANCEOF -> true;
        default -> false;
      };
    }
    if (!COLLECTIONS.matcher(call.owner).matches()) {
      return false;
    }
    if (call.getOpcode() == INVOKESTATIC) {
      return isMadeOfArguments(call);
    }
    if (use.operand() > 0) {
      return COPYING.contains(call.name);
    }
    MethodFlow flow = use.flow();
    IntStream given = IntStream.range(1, flow.operands(use.index()).size());
    if (ADDING.contains(call.name)) {
      return given.allMatch(operand -> isGood(flow, use.index(), operand));
    }
    return COPYING.contains(call.name)
        ? given.allMatch(
            operand -> isNumber(call, operand) || areImmutable(flow, use.index(), operand))
        : isMerelyRead(call);
  }

  /** Nothing can be put into it by what the call gives back. */
  private static boolean isMerelyRead(MethodInsnNode call) {
    return ContainerMethods.of(Alias.Kind.CONTAINER, call.name) == Effect.READS;
  }

  private static boolean isNumber(MethodInsnNode call, int operand) {
    return Type.getArgumentTypes(call.desc)[operand - 1].getSort() < Type.ARRAY;
  }

  private boolean isGood(MethodFlow flow, int index, int operand) {
    return flow.origins(index, operand).stream().allMatch(origin -> isGood(flow, origin));
  }

  /** Whether a single value cannot change, or is in the object. */
  private boolean isGood(MethodFlow flow, AbstractInsnNode origin) {
    if (origin instanceof LdcInsnNode constant) {
      return !(constant.cst instanceof ConstantDynamic);
    }
    if (origin instanceof ParameterNode) {
      return flow.isThis(origin);
    }
    int opcode = origin.getOpcode();
    if (opcode <= SIPUSH) {
      return true;
    }
    if (opcode == NEW) {
      return load(Type.getObjectType(((TypeInsnNode) origin).desc))
          .filter(types::isImmutable)
          .isPresent();
    }
    if (origin instanceof MethodInsnNode call) {
      return isImmutable(Type.getReturnType(call.desc)) || isElement(flow, call);
    }
    if (origin instanceof InvokeDynamicInsnNode call) {
      return isImmutable(Type.getReturnType(call.desc));
    }
    return (opcode == AALOAD && areImmutable(flow, flow.indexOf(origin), 0))
        || (origin instanceof FieldInsnNode field && isImmutable(Type.getType(field.desc)))
        || isPart(flow, origin);
  }

  private boolean isElement(MethodFlow flow, MethodInsnNode call) {
    return COLLECTIONS.matcher(call.owner).matches()
        && call.getOpcode() != INVOKESTATIC
        && KEEPING.contains(call.name)
        && areImmutable(flow, flow.indexOf(call), 0);
  }

  private boolean isImmutable(Type type) {
    return type.getSort() < Type.ARRAY
        || (type.getSort() == Type.OBJECT
            && load(type).filter(types::holdsOnlyImmutable).isPresent());
  }

  private Optional<Class<?>> load(Type type) {
    return Optional.ofNullable(dispatch.load(type.getInternalName()));
  }
}
