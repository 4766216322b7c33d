package org.drystone.registry.immutability.internal.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * A method that is running, and the one that called it.
 *
 * @param place tells the call from others
 * @param index the instruction that comes next
 */
record Activation(
    Object place,
    MethodFlow flow,
    int index,
    List<Term> locals,
    List<Term> stack,
    Optional<Activation> caller) {

  /** At the beginning of a method. */
  static Activation of(
      Object place, MethodFlow flow, List<Term> arguments, Optional<Activation> caller) {
    List<Term> locals =
        new ArrayList<>(Collections.nCopies(flow.method().maxLocals, Term.Blurred.UNSET));
    for (int i = 0; i < arguments.size(); i++) {
      locals.set(flow.localOfArgument(i), arguments.get(i));
    }
    return new Activation(place, flow, 0, List.copyOf(locals), List.of(), caller);
  }

  AbstractInsnNode instruction() {
    return flow.instruction(index);
  }

  Activation at(int next) {
    return new Activation(place, flow, next, locals, stack, caller);
  }

  Activation next() {
    return at(index + 1);
  }

  Activation caughtAt(LabelNode handler) {
    return new Activation(
        place, flow, flow.indexOf(handler), locals, List.of(new Term.Blurred(1)), caller);
  }

  /** One of the values on top of the stack; the last one is 0. */
  Term top(int depth) {
    return stack.get(stack.size() - 1 - depth);
  }

  /** With so many values taken from the stack. */
  Activation pop(int count) {
    return new Activation(
        place, flow, index, locals, stack.subList(0, stack.size() - count), caller);
  }

  Activation push(Term value) {
    List<Term> grown = new ArrayList<>(stack);
    grown.add(value);
    return new Activation(place, flow, index, locals, List.copyOf(grown), caller);
  }

  /** After the instruction, which must be one that goes on to the next. */
  Activation execute() {
    Frame<Term> frame = new Frame<>(locals.size(), flow.method().maxStack);
    for (int local = 0; local < locals.size(); local++) {
      frame.setLocal(local, locals.get(local));
    }
    stack.forEach(frame::push);
    try {
      frame.execute(instruction(), new TermInterpreter(place));
    } catch (AnalyzerException | RuntimeException e) {
      throw new UnprovableException(flow.owner(), flow.method());
    }
    List<Term> after = new ArrayList<>();
    for (int local = 0; local < frame.getLocals(); local++) {
      after.add(frame.getLocal(local));
    }
    List<Term> values = new ArrayList<>();
    for (int depth = 0; depth < frame.getStackSize(); depth++) {
      values.add(frame.getStack(depth));
    }
    return new Activation(place, flow, index + 1, List.copyOf(after), List.copyOf(values), caller);
  }

  Activation map(UnaryOperator<Term> change) {
    return new Activation(
        place,
        flow,
        index,
        locals.stream().map(term -> term.map(change)).toList(),
        stack.stream().map(term -> term.map(change)).toList(),
        caller.map(outer -> outer.map(change)));
  }
}
