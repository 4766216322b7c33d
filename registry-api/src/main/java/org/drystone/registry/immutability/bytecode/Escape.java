package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.bytecode.OriginInterpreter.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells which uses of an object may show it to others. */
final class Escape implements Opcodes {

  private record Argument(MethodFlow method, int position) {}

  private final Family family;

  /** Arguments of which it is known that they lead to no use that shows them. */
  private final Set<Argument> harmless = new HashSet<>();

  Escape(Family family) {
    this.family = family;
  }

  /** Whether others may see the object after this use; a method's own return shows nothing yet. */
  boolean leaks(Use use) {
    Set<Argument> asked = new HashSet<>();
    boolean leaks = leaks(use, asked);
    if (!leaks) {
      harmless.addAll(asked);
    }
    return leaks;
  }

  private boolean leaks(Use use, Set<Argument> asked) {
    AbstractInsnNode instruction = use.instruction();
    if (instruction instanceof MethodInsnNode call) {
      return leaksThrough(call, use.operand(), asked);
    }
    int opcode = use.opcode();
    return switch (opcode) {
      case PUTSTATIC, ATHROW, INVOKEDYNAMIC -> true;
      case PUTFIELD -> use.operand() == 1;
      case AASTORE -> use.operand() == 2;
      default -> false;
    };
  }

  private boolean leaksThrough(MethodInsnNode call, int argument, Set<Argument> asked) {
    Optional<MethodFlow> target = argument == 0 ? family.likelyTarget(call) : family.target(call);
    if (target.isPresent()) {
      return leaksArgument(new Argument(target.get(), argument), asked);
    }
    boolean initializesSuperclass =
        call.name.equals("<init>") && argument == 0 && call.getOpcode() == INVOKESPECIAL;
    return !initializesSuperclass && !call.name.equals("getClass");
  }

  /**
   * One use that leaks decides the whole question, so what was asked before, to the end or not,
   * adds nothing to it.
   */
  private boolean leaksArgument(Argument argument, Set<Argument> asked) {
    if (harmless.contains(argument) || !asked.add(argument)) {
      return false;
    }
    int local = argument.method().localOfArgument(argument.position());
    return Use.of(argument.method(), origin -> isParameter(origin, local)).stream()
        .anyMatch(use -> use.opcode() == ARETURN || leaks(use, asked));
  }

  private static boolean isParameter(AbstractInsnNode origin, int local) {
    return origin instanceof ParameterNode parameter && parameter.local() == local;
  }
}
