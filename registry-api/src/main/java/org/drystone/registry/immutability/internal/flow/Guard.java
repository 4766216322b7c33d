package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The branches of a method that ask whether a field of its object is still empty: null, zero, or
 * another constant that stands for "not yet", {@code NaN}, or any number below zero.
 */
public final class Guard implements Opcodes {

  /** One branch: what was read, and where the control goes then. */
  public record Test(
      int index, int comparison, AbstractInsnNode read, int empty, int filled, Object sentinel) {

    public boolean isEmptyWay(int from, int to) {
      return from == index && to == empty;
    }

    public boolean isFilledWay(int from, int to) {
      return from == index && to == filled;
    }
  }

  /** What stands for "not yet", where it is more than one value. */
  private enum Range {
    NAN,
    NEGATIVE
  }

  private final Naming naming;
  private final FieldId field;
  private final List<Test> tests = new ArrayList<>();

  public Guard(Naming naming, FieldId field) {
    this.naming = naming;
    this.field = field;
    MethodFlow flow = naming.flow();
    for (int index = 0; index < flow.size(); index++) {
      if (flow.isReachable(index) && flow.instruction(index) instanceof JumpInsnNode jump) {
        test(index, jump);
      }
    }
  }

  public List<Test> tests() {
    return tests;
  }

  public boolean exists() {
    return !tests.isEmpty();
  }

  public boolean isEmptyWay(int from, int to) {
    return tests.stream().anyMatch(test -> test.isEmptyWay(from, to));
  }

  public boolean isFilledWay(int from, int to) {
    return tests.stream().anyMatch(test -> test.isFilledWay(from, to));
  }

  /** Whether the instruction belongs to a test. */
  public boolean isTest(int index) {
    return tests.stream().anyMatch(test -> test.index() == index || test.comparison() == index);
  }

  /** The constants that stand for "not yet"; more than one makes a state machine. */
  public Set<Object> sentinels() {
    return tests.stream().map(Test::sentinel).collect(Collectors.toSet());
  }

  /**
   * Whether "not yet" is all that it can be where the field was found empty; if not, a method could
   * count with it.
   */
  public boolean isExact() {
    return tests.stream().noneMatch(test -> test.sentinel() instanceof Range);
  }

  /** Whether the control takes that way only if one of these values was found to be filled. */
  public boolean found(Predicate<AbstractInsnNode> reads, int from, int to) {
    List<Test> asked = tests.stream().filter(test -> reads.test(test.read())).toList();
    return asked.stream().anyMatch(test -> test.isFilledWay(from, to))
        || naming
            .paths()
            .onlyBy((one, next) -> asked.stream().anyMatch(test -> test.isFilledWay(one, next)))
            .get(from);
  }

  private void test(int index, JumpInsnNode jump) {
    int opcode = jump.getOpcode();
    boolean whenEqual =
        opcode == IFEQ || opcode == IFNULL || opcode == IF_ICMPEQ || opcode == IF_ACMPEQ;
    boolean whenDifferent =
        opcode == IFNE || opcode == IFNONNULL || opcode == IF_ICMPNE || opcode == IF_ACMPNE;
    int taken = naming.flow().indexOf(jump.label);
    boolean asksRange = opcode == IFEQ || opcode == IFNE || opcode == IFLT || opcode == IFGE;
    if (asksRange && taken != index + 1) {
      testRange(index, opcode, taken);
    }
    if ((whenEqual || whenDifferent) && taken != index + 1) {
      int empty = whenEqual ? taken : index + 1;
      int filled = whenEqual ? index + 1 : taken;
      int comparison = comparison(index);
      for (int side = 0; side < naming.operands(comparison); side++) {
        add(index, comparison, side, empty, filled);
      }
    }
  }

  /** {@code Double.isNaN(field)}, or whether the field is still negative. */
  private void testRange(int index, int opcode, int taken) {
    AbstractInsnNode tested = naming.operand(index, 0);
    boolean isNaN = isNaN(tested);
    int comparison = isNaN ? naming.flow().indexOf(tested) : index;
    AbstractInsnNode read = naming.operand(comparison, 0);
    boolean asks = isNaN == (opcode == IFEQ || opcode == IFNE);
    if (asks && field.isReadBy(read) && isOfThis(read)) {
      boolean isTakenWhenEmpty = opcode == IFNE || opcode == IFLT;
      int empty = isTakenWhenEmpty ? taken : index + 1;
      int filled = isTakenWhenEmpty ? index + 1 : taken;
      tests.add(
          new Test(index, comparison, read, empty, filled, isNaN ? Range.NAN : Range.NEGATIVE));
    }
  }

  private static boolean isNaN(AbstractInsnNode tested) {
    return tested instanceof MethodInsnNode call
        && call.name.equals("isNaN")
        && call.getOpcode() == INVOKESTATIC
        && (call.owner.equals("java/lang/Double") || call.owner.equals("java/lang/Float"));
  }

  /** Long values are compared by an instruction of their own. */
  private int comparison(int jump) {
    AbstractInsnNode tested = naming.operand(jump, 0);
    return naming.operands(jump) == 1 && tested.getOpcode() == LCMP
        ? naming.flow().indexOf(tested)
        : jump;
  }

  private void add(int index, int comparison, int side, int empty, int filled) {
    AbstractInsnNode read = naming.operand(comparison, side);
    if (field.isReadBy(read) && isOfThis(read)) {
      sentinel(comparison, 1 - side)
          .ifPresent(
              sentinel -> tests.add(new Test(index, comparison, read, empty, filled, sentinel)));
    }
  }

  private boolean isOfThis(AbstractInsnNode read) {
    return naming.flow().isThis(naming.operand(naming.flow().indexOf(read), 0));
  }

  private Optional<Object> sentinel(int comparison, int side) {
    return naming.operands(comparison) == 1
        ? Optional.of(0)
        : constant(naming.operand(comparison, side));
  }

  private static Optional<Object> constant(AbstractInsnNode made) {
    int opcode = made.getOpcode();
    if (opcode >= ICONST_M1 && opcode <= ICONST_5) {
      return Optional.of(opcode - ICONST_0);
    }
    if (opcode == LCONST_0 || opcode == LCONST_1) {
      return Optional.of(opcode - LCONST_0);
    }
    if (made instanceof IntInsnNode push && opcode != NEWARRAY) {
      return Optional.of(push.operand);
    }
    return made instanceof LdcInsnNode constant ? Optional.of(constant.cst) : Optional.empty();
  }
}
