package org.drystone.registry.immutability.internal.replay;

import java.util.Optional;
import org.objectweb.asm.Opcodes;

/** What a conditional jump asks of two values, and what is known of them afterwards. */
enum Branch {
  EQUAL,
  DIFFERENT,
  LESS,
  AT_LEAST,
  GREATER,
  AT_MOST;

  static Branch of(int opcode) {
    return switch (opcode) {
      case Opcodes.IFEQ, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ, Opcodes.IFNULL -> EQUAL;
      case Opcodes.IFNE, Opcodes.IF_ICMPNE, Opcodes.IF_ACMPNE, Opcodes.IFNONNULL -> DIFFERENT;
      case Opcodes.IFLT, Opcodes.IF_ICMPLT -> LESS;
      case Opcodes.IFGE, Opcodes.IF_ICMPGE -> AT_LEAST;
      case Opcodes.IFGT, Opcodes.IF_ICMPGT -> GREATER;
      case Opcodes.IFLE, Opcodes.IF_ICMPLE -> AT_MOST;
      default -> throw new IllegalArgumentException("No conditional jump: " + opcode);
    };
  }

  /** The run if the answer is yes; empty if it cannot be. */
  Optional<Moment> taken(Moment now, Term one, Term other) {
    return switch (this) {
      case EQUAL -> now.same(one, other);
      case DIFFERENT -> now.different(one, other);
      default -> isFalse(one, other) ? Optional.empty() : Optional.of(now);
    };
  }

  /** The run if the answer is no; empty if it cannot be. */
  Optional<Moment> notTaken(Moment now, Term one, Term other) {
    return opposite().taken(now, one, other);
  }

  private Branch opposite() {
    return switch (this) {
      case EQUAL -> DIFFERENT;
      case DIFFERENT -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_LEAST -> LESS;
      case GREATER -> AT_MOST;
      case AT_MOST -> GREATER;
    };
  }

  /** Of numbers that are known. */
  private boolean isFalse(Term one, Term other) {
    if (!(one instanceof Term.Constant first && first.value() instanceof Number left)
        || !(other instanceof Term.Constant second && second.value() instanceof Number right)
        || !first.isComparable()
        || !second.isComparable()) {
      return false;
    }
    int order = Long.compare(left.longValue(), right.longValue());
    return switch (this) {
      case LESS -> order >= 0;
      case AT_LEAST -> order < 0;
      case GREATER -> order <= 0;
      case AT_MOST -> order > 0;
      default -> false;
    };
  }
}
