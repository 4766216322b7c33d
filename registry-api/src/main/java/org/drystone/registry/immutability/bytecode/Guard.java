package org.drystone.registry.immutability.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * The branches of a method that ask whether a field of its object is still empty: null, zero, or
 * another constant that stands for "not yet".
 */
final class Guard implements Opcodes {

  /** A way from one instruction to another. */
  private record Edge(int from, int to) {}

  private final MethodFlow flow;
  private final FieldId field;
  private final Set<Edge> empty = new HashSet<>();
  private final Set<Edge> filled = new HashSet<>();
  private final Set<Integer> tests = new HashSet<>();
  private final Map<Integer, Object> sentinels = new HashMap<>();

  Guard(MethodFlow flow, FieldId field) {
    this.flow = flow;
    this.field = field;
    for (int index = 0; index < flow.size(); index++) {
      if (flow.isReachable(index) && flow.instruction(index) instanceof JumpInsnNode jump) {
        test(index, jump);
      }
    }
  }

  boolean isEmptyWay(int from, int to) {
    return empty.contains(new Edge(from, to));
  }

  boolean isFilledWay(int from, int to) {
    return filled.contains(new Edge(from, to));
  }

  /** Whether the instruction belongs to a test. */
  boolean isTest(int index) {
    return tests.contains(index);
  }

  boolean exists() {
    return !empty.isEmpty();
  }

  /** The constants that stand for "not yet"; more than one makes a state machine. */
  Set<Object> sentinels() {
    return new HashSet<>(sentinels.values());
  }

  private void test(int index, JumpInsnNode jump) {
    int opcode = jump.getOpcode();
    boolean whenEqual =
        opcode == IFEQ || opcode == IFNULL || opcode == IF_ICMPEQ || opcode == IF_ACMPEQ;
    boolean whenDifferent =
        opcode == IFNE || opcode == IFNONNULL || opcode == IF_ICMPNE || opcode == IF_ACMPNE;
    if (whenEqual || whenDifferent) {
      sentinel(index).ifPresent(constant -> add(index, jump, whenEqual, constant));
    }
  }

  private void add(int index, JumpInsnNode jump, boolean jumpsWhenEmpty, Object sentinel) {
    Edge taken = new Edge(index, flow.indexOf(jump.label));
    Edge passed = new Edge(index, index + 1);
    empty.add(jumpsWhenEmpty ? taken : passed);
    filled.add(jumpsWhenEmpty ? passed : taken);
    tests.add(index);
    sentinels.put(index, sentinel);
  }

  /** What the field is compared with, if this compares the field with a constant. */
  private Optional<Object> sentinel(int index) {
    int operands = flow.operands(index).size();
    if (operands == 1) {
      return isField(index, 0) ? Optional.of(0) : ofLongComparison(index);
    }
    if (isField(index, 0)) {
      return constant(index, 1);
    }
    return isField(index, 1) ? constant(index, 0) : Optional.empty();
  }

  private Optional<Object> ofLongComparison(int jump) {
    Set<AbstractInsnNode> origins = flow.origins(jump, 0);
    if (origins.size() != 1 || origins.iterator().next().getOpcode() != LCMP) {
      return Optional.empty();
    }
    int comparison = flow.indexOf(origins.iterator().next());
    Optional<Object> sentinel = isField(comparison, 0) ? constant(comparison, 1) : Optional.empty();
    sentinel.ifPresent(constant -> tests.add(comparison));
    return sentinel;
  }

  private boolean isField(int index, int operand) {
    Set<AbstractInsnNode> origins = flow.origins(index, operand);
    return !origins.isEmpty() && origins.stream().allMatch(this::isOwnField);
  }

  private boolean isOwnField(AbstractInsnNode origin) {
    return field.isReadBy(origin)
        && flow.origins(flow.indexOf(origin), 0).stream().allMatch(flow::isThis);
  }

  private Optional<Object> constant(int index, int operand) {
    List<AbstractInsnNode> origins = List.copyOf(flow.origins(index, operand));
    return origins.size() == 1 ? constant(origins.get(0)) : Optional.empty();
  }

  private static Optional<Object> constant(AbstractInsnNode origin) {
    int opcode = origin.getOpcode();
    if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
      return Optional.of(opcode - ICONST_0);
    }
    if (opcode == LCONST_0 || opcode == LCONST_1) {
      return Optional.of(opcode - LCONST_0);
    }
    if (origin instanceof IntInsnNode push && opcode != NEWARRAY) {
      return Optional.of(push.operand);
    }
    return origin instanceof LdcInsnNode constant ? Optional.of(constant.cst) : Optional.empty();
  }
}
