package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The paths that the control may take through a method. */
public final class Paths {

  /** Whether the control may go this way. */
  @FunctionalInterface
  public interface Way {
    boolean isOpen(int from, int to);
  }

  private final MethodFlow flow;
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> regular = new ArrayList<>();

  public Paths(MethodFlow flow) {
    this.flow = flow;
    for (int i = 0; i < flow.size(); i++) {
      regular.add(next(i));
      successors.add(new ArrayList<>(regular.get(i)));
    }
    for (TryCatchBlockNode block : flow.method().tryCatchBlocks) {
      for (int i = flow.indexOf(block.start); i < flow.indexOf(block.end); i++) {
        successors.get(i).add(flow.indexOf(block.handler));
      }
    }
  }

  /** Where the control may go next; where an exception may lead, too. */
  List<Integer> successors(int index) {
    return successors.get(index);
  }

  /** Where the control goes next unless there is an exception. */
  public List<Integer> regularSuccessors(int index) {
    return regular.get(index);
  }

  /** What can be reached from an instruction, itself included, over open ways only. */
  public BitSet reachable(int start, Way way) {
    BitSet reached = new BitSet();
    Deque<Integer> pending = new ArrayDeque<>();
    reached.set(start);
    pending.add(start);
    while (!pending.isEmpty()) {
      int from = pending.remove();
      for (int to : successors.get(from)) {
        if (way.isOpen(from, to) && !reached.get(to)) {
          reached.set(to);
          pending.add(to);
        }
      }
    }
    flow.spend(flow.size());
    return reached;
  }

  /** What can be reached from an instruction, itself included, unless there is an exception. */
  public BitSet regularlyFrom(int start) {
    return reachable(start, (from, to) -> regular.get(from).contains(to));
  }

  /** What can be reached, but only over one of these ways. */
  public BitSet onlyBy(Way needed) {
    BitSet found = reachable(0, (from, to) -> true);
    found.andNot(reachable(0, (from, to) -> !needed.isOpen(from, to)));
    return found;
  }

  /** What can be reached, but only by passing one of these instructions; they themselves, too. */
  public BitSet onlyThrough(IntPredicate needed) {
    BitSet found = reachable(0, (from, to) -> true);
    BitSet others = needed.test(0) ? new BitSet() : reachable(0, (from, to) -> !needed.test(to));
    found.andNot(others);
    return found;
  }

  /** Whether one instruction can come after another; a path that meets a barrier ends there. */
  public boolean canFollow(int first, int second, IntPredicate barrier) {
    return successors.get(first).stream()
        .filter(next -> !barrier.test(next))
        .anyMatch(next -> reachable(next, (from, to) -> !barrier.test(to)).get(second));
  }

  /** Whether a local variable is loaded after an instruction, before it is stored again. */
  boolean isLoaded(int local, int index) {
    return reachable(index, (from, to) -> !isOf(local, from, Opcodes.ASTORE)).stream()
        .anyMatch(later -> isOf(local, later, Opcodes.ALOAD));
  }

  private boolean isOf(int local, int index, int opcode) {
    return flow.instruction(index) instanceof VarInsnNode use
        && use.getOpcode() == opcode
        && use.var == local;
  }

  private List<Integer> next(int index) {
    AbstractInsnNode instruction = flow.instruction(index);
    int opcode = instruction.getOpcode();
    List<Integer> next = new ArrayList<>();
    if (instruction instanceof JumpInsnNode jump) {
      next.add(flow.indexOf(jump.label));
    } else if (instruction instanceof TableSwitchInsnNode table) {
      addLabels(next, table.dflt, table.labels);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      addLabels(next, lookup.dflt, lookup.labels);
    }
    boolean ends =
        opcode == Opcodes.GOTO
            || opcode == Opcodes.ATHROW
            || (opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN);
    if (!ends && index + 1 < flow.size()) {
      next.add(index + 1);
    }
    return next;
  }

  private void addLabels(List<Integer> next, LabelNode dflt, List<LabelNode> labels) {
    next.add(flow.indexOf(dflt));
    labels.forEach(label -> next.add(flow.indexOf(label)));
  }
}
