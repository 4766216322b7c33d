package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Names the values of a method: what has one name is one value. A name is the instruction that made
 * the value, or a {@link JointNode} where it depends on the way which one it is.
 */
public final class Naming {

  /** A value that comes to where several come together. */
  public record Arrival(int from, int to, AbstractInsnNode name) {}

  public static final AbstractInsnNode UNSET = new InsnNode(Opcodes.NOP);

  private final MethodFlow flow;
  private final Paths paths;
  private final @Nullable Frame<SourceValue>[] frames;
  private final Map<JointNode, List<Arrival>> arrivals = new HashMap<>();
  private final Map<AbstractInsnNode, AbstractInsnNode> shorter = new HashMap<>();

  public Naming(MethodFlow flow, Paths paths) {
    this.flow = flow;
    this.paths = paths;
    try {
      this.frames = new JoiningAnalyzer().analyze(flow.owner().name, flow.method());
      for (int index = 0; index < frames.length; index++) {
        addArrivals(index);
      }
    } catch (AnalyzerException | RuntimeException e) {
      throw new UnprovableException(flow.owner(), flow.method());
    }
    while (shorten()) {
      // A joint of one value only is that value, which may make the next one simple.
    }
  }

  private static final class JoiningAnalyzer extends Analyzer<SourceValue> {

    JoiningAnalyzer() {
      super(new OriginInterpreter());
    }

    @Override
    protected Frame<SourceValue> newFrame(int locals, int stack) {
      return new JoiningFrame(locals, stack);
    }

    @Override
    protected Frame<SourceValue> newFrame(Frame<? extends SourceValue> frame) {
      return new JoiningFrame(frame);
    }
  }

  public MethodFlow flow() {
    return flow;
  }

  public Paths paths() {
    return paths;
  }

  /** The name of what an instruction takes as that operand. */
  public AbstractInsnNode operand(int index, int operand) {
    return nameOf(MethodFlow.operands(frames[index], flow.instruction(index)).get(operand));
  }

  /** How many values an instruction takes. */
  public int operands(int index) {
    return flow.operands(index).size();
  }

  /** The values of which a joint is one. */
  public List<Arrival> arrivals(JointNode joint) {
    flow.spend(1);
    return Objects.requireNonNull(arrivals.get(joint)).stream()
        .map(one -> new Arrival(one.from(), one.to(), shortest(one.name())))
        .toList();
  }

  private AbstractInsnNode nameOf(SourceValue value) {
    return value.insns.size() == 1 ? shortest(value.insns.iterator().next()) : UNSET;
  }

  private AbstractInsnNode shortest(AbstractInsnNode name) {
    AbstractInsnNode known = name;
    while (shorter.containsKey(known)) {
      known = shorter.get(known);
    }
    return known;
  }

  private void addArrivals(int from) throws AnalyzerException {
    Frame<SourceValue> before = frames[from];
    if (before == null) {
      return;
    }
    Frame<SourceValue> after = new JoiningFrame(before);
    if (flow.instruction(from).getOpcode() >= 0) {
      after.execute(flow.instruction(from), new OriginInterpreter());
    }
    List<Integer> regular = paths.regularSuccessors(from);
    for (int to : paths.successors(from)) {
      addArrivals(from, to, regular.contains(to) ? after : before);
    }
  }

  private void addArrivals(int from, int to, Frame<SourceValue> frame) {
    if (frames[to] instanceof JoiningFrame joining) {
      joining
          .joints()
          .forEach(
              joint ->
                  arrivals
                      .computeIfAbsent(joint, j -> new ArrayList<>())
                      .add(new Arrival(from, to, arriving(joint, frame))));
    }
  }

  private AbstractInsnNode arriving(JointNode joint, Frame<SourceValue> frame) {
    return joint.slot() < frame.getLocals() + frame.getStackSize()
        ? nameOf(JoiningFrame.value(frame, joint.slot()))
        : UNSET;
  }

  private boolean shorten() {
    boolean changed = false;
    for (JointNode joint : arrivals.keySet()) {
      Set<AbstractInsnNode> others = new HashSet<>();
      arrivals(joint).forEach(arrival -> others.add(arrival.name()));
      others.remove(joint);
      if (!shorter.containsKey(joint) && others.size() == 1) {
        shorter.put(joint, others.iterator().next());
        changed = true;
      }
    }
    return changed;
  }
}
