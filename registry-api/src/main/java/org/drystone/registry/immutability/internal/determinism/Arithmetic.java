package org.drystone.registry.immutability.internal.determinism;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.reach.ConstantFields;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that a method makes a number of nothing but numbers: it reads no object, not even its own.
 */
public final class Arithmetic implements Opcodes {

  private static final Set<String> OF_JDK =
      Set.of(
          "java/lang/Math",
          "java/lang/StrictMath",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double");

  private final Family family;
  private final Dispatch dispatch;
  private final Set<MethodFlow> known = new HashSet<>();

  public Arithmetic(Family family, Dispatch dispatch) {
    this.family = family;
    this.dispatch = dispatch;
  }

  /** Whether a call by a method of the object in question does so. */
  public boolean isPure(MethodFlow flow, int index, MethodInsnNode call) {
    if (!takesNumbers(call)) {
      return false;
    }
    if (call.getOpcode() == INVOKESTATIC && OF_JDK.contains(call.owner)) {
      return KnownCalls.isSteady(call);
    }
    return target(flow, index, call)
        .map(member -> family.flow(member.owner(), member.method()))
        .filter(this::isPure)
        .isPresent();
  }

  private static boolean takesNumbers(MethodInsnNode call) {
    return Stream.concat(
            Stream.of(Type.getReturnType(call.desc)), Stream.of(Type.getArgumentTypes(call.desc)))
        .allMatch(Arithmetic::isNumber);
  }

  public static boolean isNumber(Type type) {
    return type.getSort() > Type.VOID && type.getSort() <= Type.DOUBLE;
  }

  /** Whether such an instruction may end in an exception, which depends on its operands. */
  public static boolean mayFail(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode == IDIV || opcode == LDIV || opcode == IREM || opcode == LREM;
  }

  private Optional<Member> target(MethodFlow flow, int index, MethodInsnNode call) {
    if (call.getOpcode() == INVOKESTATIC) {
      return dispatch.fixed(call);
    }
    return flow.origins(index, 0).stream().allMatch(flow::isThis)
        ? dispatch.fixed(call).or(() -> dispatch.onThis(call))
        : Optional.empty();
  }

  /** On a way that only leads to an exception, no number is made. */
  private boolean isPure(MethodFlow flow) {
    return !known.add(flow)
        || (flow.method().tryCatchBlocks.isEmpty()
            && IntStream.range(0, flow.size())
                .filter(flow::isReachable)
                .allMatch(index -> isPure(flow, index) || !returnsAfter(flow, index)));
  }

  private boolean returnsAfter(MethodFlow flow, int index) {
    return family.paths(flow).reachable(index, (from, to) -> true).stream()
        .anyMatch(next -> Arms.isReturn(flow.instruction(next).getOpcode()));
  }

  private boolean isPure(MethodFlow flow, int index) {
    AbstractInsnNode instruction = flow.instruction(index);
    if (instruction instanceof MethodInsnNode call) {
      return isPure(flow, index, call);
    }
    return isOfNumbers(instruction)
        || Arms.isReturn(instruction.getOpcode())
        || (instruction.getOpcode() == GETSTATIC && isConstant((FieldInsnNode) instruction));
  }

  private boolean isConstant(FieldInsnNode read) {
    return isNumber(Type.getType(read.desc)) && ConstantFields.include(family, read);
  }

  /** Whether an instruction only moves values, makes numbers of numbers, or goes elsewhere. */
  public static boolean isOfNumbers(AbstractInsnNode instruction) {
    if (instruction instanceof LdcInsnNode constant) {
      return constant.cst instanceof Number;
    }
    int opcode = instruction.getOpcode();
    return (opcode <= SIPUSH && opcode != ACONST_NULL)
        || (opcode >= ILOAD && opcode <= ALOAD)
        || (opcode >= ISTORE && opcode <= ASTORE)
        || (opcode >= POP && opcode <= GOTO)
        || opcode == TABLESWITCH
        || opcode == LOOKUPSWITCH
        || opcode == IFNULL
        || opcode == IFNONNULL;
  }
}
