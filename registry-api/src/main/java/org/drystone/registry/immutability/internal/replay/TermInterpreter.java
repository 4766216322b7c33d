package org.drystone.registry.immutability.internal.replay;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Names what instructions make in one run of a method; knows constants and boxes. */
final class TermInterpreter extends Interpreter<Term> {

  /** Tells how much room the results take. */
  private static final SourceInterpreter SIZES = new SourceInterpreter();

  private static final SourceValue ANY = new SourceValue(1);

  /** What instructions make that is no mere int. */
  private static final Map<Integer, String> RESULTS =
      Map.of(Opcodes.I2B, "B", Opcodes.I2C, "C", Opcodes.I2S, "S", Opcodes.INSTANCEOF, "Z");

  private final Object place;

  /** For one call of a method; what it makes is other than what is made elsewhere. */
  TermInterpreter(Object place) {
    super(Opcodes.ASM9);
    this.place = place;
  }

  @Override
  public Term newValue(Type type) {
    return type == null ? Term.Blurred.UNSET : new Term.Blurred(type.getSize());
  }

  @Override
  public Term newOperation(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    int size = SIZES.newOperation(instruction).getSize();
    if (opcode == Opcodes.ACONST_NULL) {
      return Term.Constant.NULL;
    }
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return Term.Constant.of(opcode - Opcodes.ICONST_0);
    }
    if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      return new Term.Constant((long) (opcode - Opcodes.LCONST_0), size);
    }
    if (instruction instanceof IntInsnNode push) {
      return Term.Constant.of(push.operand);
    }
    if (instruction instanceof LdcInsnNode constant
        && (constant.cst instanceof Number || constant.cst instanceof String)) {
      return new Term.Constant(constant.cst, size);
    }
    return made(instruction, "", size);
  }

  @Override
  public Term copyOperation(AbstractInsnNode instruction, Term value) {
    return value;
  }

  @Override
  public Term unaryOperation(AbstractInsnNode instruction, Term value) {
    int opcode = instruction.getOpcode();
    String type = RESULTS.getOrDefault(opcode, "");
    boolean isKept = opcode != Opcodes.INSTANCEOF && !type.isEmpty() && Term.fits(value, type);
    if (opcode == Opcodes.CHECKCAST || isKept) {
      return value;
    }
    return instruction instanceof FieldInsnNode read
        ? made(instruction, Type.getType(read.desc))
        : made(instruction, type, SIZES.unaryOperation(instruction, ANY).getSize());
  }

  @Override
  public Term binaryOperation(AbstractInsnNode instruction, Term one, Term other) {
    return instruction.getOpcode() == Opcodes.LCMP
        ? new Term.Comparison(one, other)
        : made(instruction, "", SIZES.binaryOperation(instruction, ANY, ANY).getSize());
  }

  @Override
  public Term ternaryOperation(AbstractInsnNode instruction, Term one, Term two, Term three) {
    return new Term.Blurred(1);
  }

  @Override
  public Term naryOperation(AbstractInsnNode instruction, List<? extends Term> values) {
    if (instruction instanceof MethodInsnNode call) {
      return made(instruction, Type.getReturnType(call.desc));
    }
    return instruction instanceof InvokeDynamicInsnNode call
        ? made(instruction, Type.getReturnType(call.desc))
        : made(instruction, "", 1);
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Term value, Term expected) {}

  @Override
  public Term merge(Term one, Term other) {
    throw new IllegalStateException("Runs are never merged");
  }

  private Term made(AbstractInsnNode instruction, Type type) {
    return made(instruction, type.getDescriptor(), type.getSize());
  }

  /** The value that the instruction makes; void if it has no size. */
  Term made(AbstractInsnNode instruction, String type, int size) {
    return new Term.Symbol(List.of(place, instruction), type, size);
  }
}
