package org.drystone.registry.immutability.internal.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** A frame in which values that come together get a name of their own, not those of all sources. */
final class JoiningFrame extends Frame<SourceValue> {

  private final Map<Integer, SourceValue> joints = new HashMap<>();

  JoiningFrame(int locals, int stack) {
    super(locals, stack);
  }

  JoiningFrame(Frame<? extends SourceValue> frame) {
    super(frame);
  }

  @Override
  public boolean merge(Frame<? extends SourceValue> other, Interpreter<SourceValue> interpreter)
      throws AnalyzerException {
    if (getStackSize() != other.getStackSize()) {
      throw new AnalyzerException(null, "The stack has two heights");
    }
    boolean changed = false;
    for (int slot = 0; slot < getLocals() + getStackSize(); slot++) {
      SourceValue present = value(this, slot);
      if (!present.equals(value(other, slot)) && !present.equals(joints.get(slot))) {
        put(slot, joints.computeIfAbsent(slot, s -> joint(s, present.getSize())));
        changed = true;
      }
    }
    return changed;
  }

  /** The joints that were made in this frame. */
  Stream<JointNode> joints() {
    return joints.values().stream()
        .flatMap(value -> value.insns.stream())
        .map(JointNode.class::cast);
  }

  private static SourceValue joint(int slot, int size) {
    return new SourceValue(size, Set.of(new JointNode(slot)));
  }

  /** What a frame holds in a place: the locals first, then the stack. */
  static SourceValue value(Frame<? extends SourceValue> frame, int slot) {
    int locals = frame.getLocals();
    return slot < locals ? frame.getLocal(slot) : frame.getStack(slot - locals);
  }

  private void put(int slot, SourceValue value) {
    if (slot < getLocals()) {
      setLocal(slot, value);
    } else {
      setStack(slot - getLocals(), value);
    }
  }
}
