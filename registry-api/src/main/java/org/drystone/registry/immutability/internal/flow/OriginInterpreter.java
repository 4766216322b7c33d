package org.drystone.registry.immutability.internal.flow;

import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Follows each value back to the instructions that may have made it. Copies through locals, the
 * stack and casts keep their origin; parameters and caught exceptions have origins of their own.
 */
final class OriginInterpreter extends SourceInterpreter {

  private final Effort effort;

  /** Follows single instructions, which costs nothing. */
  OriginInterpreter() {
    this(new Effort());
  }

  /** Follows whole methods; in long ones most of the time goes into joining what jumps bring. */
  OriginInterpreter(Effort effort) {
    super(Opcodes.ASM9);
    this.effort = effort;
  }

  /**
   * Joins what may come from two sides.
   *
   * @throws UnprovableException if it was too much
   */
  @Override
  public SourceValue merge(SourceValue one, SourceValue other) {
    effort.spend(other.insns.size());
    return one.equals(other) ? one : super.merge(one, other);
  }

  @Override
  public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
    return new SourceValue(type.getSize(), Set.of(new ParameterNode(local)));
  }

  @Override
  public SourceValue newExceptionValue(
      TryCatchBlockNode block, Frame<SourceValue> handlerFrame, Type exceptionType) {
    return new SourceValue(1, Set.of(block.handler));
  }

  @Override
  public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
    return value;
  }

  @Override
  public @Nullable SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
    return instruction.getOpcode() == Opcodes.CHECKCAST
        ? value
        : super.unaryOperation(instruction, value);
  }
}
