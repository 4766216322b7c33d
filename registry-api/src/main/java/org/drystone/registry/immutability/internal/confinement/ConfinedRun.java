package org.drystone.registry.immutability.internal.confinement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Follows all ways through one method, with what its variables may hold. A way that what is known
 * of a value rules out is not taken.
 */
final class ConfinedRun {

  private final Code code;
  private final InsnList instructions;
  private final ConfinedSteps steps;
  private final @Nullable Frame<Held>[] frames;
  private final Map<Integer, Set<Part>> seen = new HashMap<>();
  private final Deque<Integer> pending = new ArrayDeque<>();

  @SuppressWarnings({"unchecked", "rawtypes"}) // There are no generic arrays.
  ConfinedRun(Code code, ConfinedSteps steps) {
    this.code = code;
    this.instructions = code.method().instructions;
    this.steps = steps;
    this.frames = new Frame[instructions.size()];
  }

  /** Runs with these arguments, the receiver first. */
  void run(List<Held> arguments) {
    try {
      arrive(0, start(arguments));
      while (!pending.isEmpty()) {
        step(pending.remove());
      }
    } catch (AnalyzerException | IndexOutOfBoundsException e) {
      throw new UnprovableException(code.owner(), code.method());
    }
  }

  private Frame<Held> start(List<Held> arguments) {
    Frame<Held> frame = new Frame<>(code.method().maxLocals, code.method().maxStack);
    frame.setReturn(steps.newValue(code.result()));
    int local = 0;
    for (Held argument : arguments) {
      frame.setLocal(local++, argument);
      if (argument.size() == 2) {
        frame.setLocal(local++, Held.NOTHING);
      }
    }
    while (local < code.method().maxLocals) {
      frame.setLocal(local++, Held.NOTHING);
    }
    return frame;
  }

  private void arrive(int index, Frame<Held> frame) throws AnalyzerException {
    Frame<Held> before = frames[index];
    boolean changed = before == null || before.merge(frame, steps);
    if (before == null) {
      frames[index] = new Frame<>(frame);
    }
    Set<Part> known = Holdings.union(seen.getOrDefault(index, Set.of()), steps.memory().seen());
    changed |= !known.equals(seen.put(index, known));
    if (changed && !pending.contains(index)) {
      pending.add(index);
    }
  }

  private void step(int index) throws AnalyzerException {
    AbstractInsnNode instruction = instructions.get(index);
    Frame<Held> before = frames[index];
    steps.begin(seen.getOrDefault(index, Set.of()));
    if (instruction.getOpcode() < 0) {
      arrive(index + 1, before);
      return;
    }
    Frame<Held> after = new Frame<>(before);
    after.execute(instruction, steps);
    for (TryCatchBlockNode block : code.method().tryCatchBlocks) {
      if (index >= instructions.indexOf(block.start) && index < instructions.indexOf(block.end)) {
        arrive(instructions.indexOf(block.handler), caught(before));
      }
    }
    if (instruction.getOpcode() == Opcodes.RETURN) {
      steps.end(Held.NOTHING);
    }
    if (!steps.isStuck()) {
      follow(index, instruction, before, after);
    }
  }

  private static Frame<Held> caught(Frame<Held> before) {
    Frame<Held> handler = new Frame<>(before);
    handler.clearStack();
    handler.push(Held.OUTSIDE);
    return handler;
  }

  private void follow(
      int index, AbstractInsnNode instruction, Frame<Held> before, Frame<Held> after)
      throws AnalyzerException {
    int opcode = instruction.getOpcode();
    if (instruction instanceof JumpInsnNode jump) {
      if (opcode == Opcodes.JSR) {
        throw new UnprovableException(code.owner(), code.method());
      }
      follow(index, jump, before, after);
    } else if (instruction instanceof TableSwitchInsnNode table) {
      jump(table.labels, after);
      jump(List.of(table.dflt), after);
    } else if (instruction instanceof LookupSwitchInsnNode lookup) {
      jump(lookup.labels, after);
      jump(List.of(lookup.dflt), after);
    } else if (opcode != Opcodes.ATHROW
        && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)) {
      arrive(index + 1, after);
    }
  }

  private void jump(List<LabelNode> labels, Frame<Held> after) throws AnalyzerException {
    for (LabelNode label : labels) {
      arrive(instructions.indexOf(label), after);
    }
  }

  private void follow(int index, JumpInsnNode jump, Frame<Held> before, Frame<Held> after)
      throws AnalyzerException {
    if (jump.getOpcode() == Opcodes.GOTO) {
      arrive(instructions.indexOf(jump.label), after);
      return;
    }
    Held tested =
        before.getStackSize() == 0 ? Held.OUTSIDE : before.getStack(before.getStackSize() - 1);
    ConfinedTest test = ConfinedTest.of(jump, steps.memory());
    if (test.mayJump(tested)) {
      arrive(instructions.indexOf(jump.label), refined(after, test, test.whereJumped()));
    }
    if (test.mayGoOn(tested)) {
      arrive(index + 1, refined(after, test, test.whereGoneOn()));
    }
  }

  /** What was tested is in a variable, too. */
  private static Frame<Held> refined(Frame<Held> after, ConfinedTest test, ConfinedTest.Way way) {
    if (!(test.variable() instanceof VarInsnNode variable)) {
      return after;
    }
    Frame<Held> refined = new Frame<>(after);
    refined.setLocal(variable.var, way.of(after.getLocal(variable.var)));
    return refined;
  }
}
