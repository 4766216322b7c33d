package org.drystone.registry.immutability.internal.confinement;

import java.util.List;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.confinement.Source.Known;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What the instructions of one method do to parts. */
final class ConfinedSteps extends Interpreter<Held> implements Opcodes {

  private static final List<String> ARRAYS =
      List.of("[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J");

  private final ConfinedMemory memory;
  private final ConfinedCalls calls;
  private boolean stuck;
  private @Nullable Held returned;

  ConfinedSteps(ConfinedMemory memory, ConfinedCalls calls) {
    super(ASM9);
    this.memory = memory;
    this.calls = calls;
  }

  ConfinedMemory memory() {
    return memory;
  }

  /** Starts with an instruction; others have seen these new parts. */
  void begin(Set<Part> alreadySeen) {
    calls.spend();
    memory.begin(alreadySeen);
    stuck = false;
  }

  /** Whether the control is not known to come out of the instruction. */
  boolean isStuck() {
    return stuck;
  }

  /** What the method gives back; null if it is not known to end. */
  @Nullable Held returned() {
    return returned;
  }

  @Override
  public @Nullable Held newValue(@Nullable Type type) {
    if (type == null) {
      return Held.NOTHING;
    }
    return type.getSort() == Type.VOID ? null : Held.outside(type);
  }

  @Override
  public Held newOperation(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case ACONST_NULL -> Held.NULL;
      case ICONST_0 -> Held.of(Known.ZERO);
      case ICONST_1 -> Held.of(Known.ONE);
      case LCONST_0, LCONST_1, DCONST_0, DCONST_1 -> Held.outside(Type.LONG_TYPE);
      case LDC -> constant(((LdcInsnNode) instruction).cst);
      case GETSTATIC -> Held.outside(Type.getType(((FieldInsnNode) instruction).desc));
      case NEW -> memory.make(instruction, ((TypeInsnNode) instruction).desc);
      default -> Held.OUTSIDE;
    };
  }

  private static Held constant(Object constant) {
    if (constant instanceof Handle || constant instanceof ConstantDynamic) {
      throw new UnprovableException("a constant that is computed");
    }
    return constant instanceof Long || constant instanceof Double
        ? Held.outside(Type.LONG_TYPE)
        : Held.OUTSIDE;
  }

  @Override
  public Held copyOperation(AbstractInsnNode instruction, Held value) {
    return value;
  }

  @Override
  public @Nullable Held unaryOperation(AbstractInsnNode instruction, Held value) {
    return switch (instruction.getOpcode()) {
      case GETFIELD -> memory.read((FieldInsnNode) instruction, value);
      case CHECKCAST -> memory.fitting(value, ((TypeInsnNode) instruction).desc);
      case INSTANCEOF -> memory.isOf(value, ((TypeInsnNode) instruction).desc);
      case NEWARRAY ->
          memory.make(instruction, ARRAYS.get(((IntInsnNode) instruction).operand - T_BOOLEAN));
      case ANEWARRAY -> memory.make(instruction, arrayOf(((TypeInsnNode) instruction).desc));
      case PUTSTATIC -> memory.publish((FieldInsnNode) instruction, value);
      case ATHROW -> memory.leak(value);
      default -> numberOf(instruction.getOpcode());
    };
  }

  private static String arrayOf(String element) {
    return element.startsWith("[") ? "[" + element : "[L" + element + ";";
  }

  private static Held numberOf(int opcode) {
    return switch (opcode) {
      case LNEG, DNEG, I2L, I2D, L2D, F2L, F2D, D2L, LALOAD, DALOAD -> Held.outside(Type.LONG_TYPE);
      default -> {
        boolean isWide =
            (opcode >= IADD && opcode <= DREM && (opcode - IADD) % 2 == 1)
                || (opcode >= ISHL && opcode <= LXOR && (opcode - ISHL) % 2 == 1);
        yield isWide ? Held.outside(Type.LONG_TYPE) : Held.OUTSIDE;
      }
    };
  }

  @Override
  public @Nullable Held binaryOperation(AbstractInsnNode instruction, Held first, Held second) {
    int opcode = instruction.getOpcode();
    if (opcode == PUTFIELD) {
      FieldInsnNode field = (FieldInsnNode) instruction;
      memory.change(first);
      if (Type.getType(field.desc).getSort() >= Type.ARRAY) {
        memory.store(first, field, second);
      }
      return null;
    }
    return opcode == AALOAD ? memory.elements(first) : numberOf(opcode);
  }

  @Override
  public @Nullable Held ternaryOperation(
      AbstractInsnNode instruction, Held array, Held index, Held value) {
    memory.change(array);
    if (instruction.getOpcode() == AASTORE) {
      memory.storeElements(array, value);
    }
    return null;
  }

  @Override
  public @Nullable Held naryOperation(AbstractInsnNode instruction, List<? extends Held> values) {
    if (instruction instanceof MethodInsnNode call) {
      return finish(calls.call(memory, call, List.copyOf(values)), Type.getReturnType(call.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      calls.link(memory, call, List.copyOf(values));
      return Held.outside(Type.getReturnType(call.desc));
    }
    return Held.OUTSIDE;
  }

  private @Nullable Held finish(@Nullable Held result, Type type) {
    stuck = result == null;
    if (type.getSort() == Type.VOID) {
      return null;
    }
    return result == null ? new Held(type.getSize(), Held.NOTHING.sources()) : result;
  }

  @Override
  public void returnOperation(AbstractInsnNode instruction, Held value, @Nullable Held expected) {
    end(value);
  }

  /** The method may end here. */
  void end(Held value) {
    returned = returned == null ? value : returned.or(value);
  }

  @Override
  public Held merge(Held one, Held other) {
    return one.size() == other.size() ? one.or(other) : Held.NOTHING;
  }
}
