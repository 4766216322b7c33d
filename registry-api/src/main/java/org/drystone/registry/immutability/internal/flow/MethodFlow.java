package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** The flow of values through one method. */
public final class MethodFlow {

  /** How much longer it takes to analyse an instruction than to look at it. */
  private static final int STEPS_OF_ANALYSIS = 50;

  private final ClassNode owner;
  private final MethodNode method;
  private final @Nullable Frame<SourceValue>[] frames;
  private final Relevance relevance;
  private final Effort effort;
  private final Map<AbstractInsnNode, List<Use>> uses = new HashMap<>();

  private MethodFlow(
      ClassNode owner,
      MethodNode method,
      @Nullable Frame<SourceValue>[] frames,
      Relevance relevance,
      Effort effort) {
    this.owner = owner;
    this.method = method;
    this.frames = frames;
    this.relevance = relevance;
    this.effort = effort;
  }

  /**
   * Analyses a method.
   *
   * @param effort counts what the analysis costs, and all that is asked of it later
   * @throws UnprovableException if its code makes no sense, or the effort becomes too great; then
   *     its methods may throw it as well
   */
  public static MethodFlow of(
      ClassNode owner, MethodNode method, Relevance relevance, Effort effort) {
    effort.spend(STEPS_OF_ANALYSIS * method.instructions.size());
    if (hasSubroutines(method)) {
      throw new UnprovableException(owner, method);
    }
    try {
      return new MethodFlow(
          owner,
          method,
          new Analyzer<>(new OriginInterpreter(effort)).analyze(owner.name, method),
          relevance,
          effort);
    } catch (AnalyzerException | RuntimeException e) {
      throw new UnprovableException(owner, method);
    }
  }

  /** Where they return to is not what follows them; no compiler makes them any longer. */
  private static boolean hasSubroutines(MethodNode method) {
    return Arrays.stream(method.instructions.toArray())
        .anyMatch(instruction -> instruction.getOpcode() == Opcodes.JSR);
  }

  public ClassNode owner() {
    return owner;
  }

  public MethodNode method() {
    return method;
  }

  public int size() {
    return method.instructions.size();
  }

  public AbstractInsnNode instruction(int index) {
    return method.instructions.get(index);
  }

  public int indexOf(AbstractInsnNode instruction) {
    return method.instructions.indexOf(instruction);
  }

  /** Whether the control may come there, with an object in question. */
  public boolean isReachable(int index) {
    return frames[index] != null && relevance.concerns(this, index);
  }

  public boolean isConstructor() {
    return method.name.equals("<init>");
  }

  public boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  public boolean hasParameters() {
    return Type.getArgumentTypes(method.desc).length > 0;
  }

  /** Counts what a proof costs. */
  public void spend(int steps) {
    effort.spend(steps);
  }

  /** What the instruction takes, in the order in which it was put on the stack. */
  public List<SourceValue> operands(int index) {
    spend(1);
    return operands(frames[index], instruction(index));
  }

  /** The same, of a frame before the instruction; nothing if the control never comes there. */
  static List<SourceValue> operands(
      @Nullable Frame<SourceValue> frame, AbstractInsnNode instruction) {
    if (frame == null) {
      return List.of();
    }
    int count = Operands.count(instruction);
    List<SourceValue> operands = new ArrayList<>(count + 1);
    for (int i = frame.getStackSize() - count; i < frame.getStackSize(); i++) {
      operands.add(frame.getStack(i));
    }
    Operands.local(instruction).ifPresent(local -> operands.add(frame.getLocal(local)));
    return operands;
  }

  /** Whether a value of such an origin is still used when the control comes to an instruction. */
  public boolean isKeptAt(int index, Predicate<AbstractInsnNode> origin, Paths paths) {
    Frame<SourceValue> frame = Objects.requireNonNull(frames[index]);
    return IntStream.range(0, frame.getStackSize())
            .anyMatch(slot -> frame.getStack(slot).insns.stream().anyMatch(origin))
        || IntStream.range(0, frame.getLocals())
            .filter(local -> frame.getLocal(local).insns.stream().anyMatch(origin))
            .anyMatch(local -> paths.isLoaded(local, index));
  }

  /** The origins of one operand. */
  public Set<AbstractInsnNode> origins(int index, int operand) {
    return operands(index).get(operand).insns;
  }

  /** All uses of values that may have this origin. */
  public List<Use> uses(AbstractInsnNode origin) {
    if (uses.isEmpty()) {
      index();
    }
    spend(1);
    return uses.getOrDefault(origin, List.of());
  }

  private void index() {
    for (int index = 0; index < size(); index++) {
      List<SourceValue> operands = operands(index);
      for (int operand = 0; operand < operands.size(); operand++) {
        Use use = new Use(this, index, operand);
        operands
            .get(operand)
            .insns
            .forEach(origin -> uses.computeIfAbsent(origin, o -> new ArrayList<>()).add(use));
      }
    }
  }

  /** The local variable of an argument; a receiver is argument 0 of an instance method. */
  public int localOfArgument(int argument) {
    int local = 0;
    int position = 0;
    if (!isStatic()) {
      if (argument == 0) {
        return 0;
      }
      local = 1;
      position = 1;
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      if (position++ == argument) {
        return local;
      }
      local += type.getSize();
    }
    throw new IllegalArgumentException(method.name + method.desc + " has no argument " + argument);
  }

  /** The origin of an argument; see {@link #localOfArgument}. */
  public ParameterNode parameter(int argument) {
    return new ParameterNode(localOfArgument(argument));
  }

  /** The declared type of a parameter, receiver excluded. */
  public Optional<Type> typeOf(AbstractInsnNode origin) {
    if (!(origin instanceof ParameterNode parameter) || isThis(origin)) {
      return Optional.empty();
    }
    int argument = argumentOf(parameter) - (isStatic() ? 0 : 1);
    return Optional.of(Type.getArgumentTypes(method.desc)[argument]);
  }

  /** The argument in a local variable; see {@link #localOfArgument}. */
  public int argumentOf(ParameterNode parameter) {
    int argument = 0;
    while (localOfArgument(argument) != parameter.local()) {
      argument++;
    }
    return argument;
  }

  /** Whether the origin is the object whose method this is. */
  public boolean isThis(AbstractInsnNode origin) {
    return !isStatic() && origin instanceof ParameterNode parameter && parameter.local() == 0;
  }

  @Override
  public String toString() {
    return owner.name.substring(owner.name.lastIndexOf('/') + 1) + "." + method.name + "()";
  }
}
