package org.drystone.registry.immutability.internal.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Search;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Tells which uses of an object may show it to others. */
final class Escape implements Opcodes {

  private record Argument(MethodFlow method, int position) {}

  private final Family family;

  private final Search<Argument> search = new Search<>(this::leaksArgument);

  Escape(Family family) {
    this.family = family;
  }

  /** Whether others may see the object after this use; a method's own return shows nothing yet. */
  boolean leaks(Use use) {
    List<Argument> passed = new ArrayList<>();
    return leaks(use, passed) || passed.stream().anyMatch(search::finds);
  }

  /** Whether the use itself shows it; if it is passed on, as which argument is added. */
  private boolean leaks(Use use, Collection<Argument> passed) {
    AbstractInsnNode instruction = use.instruction();
    if (instruction instanceof MethodInsnNode call) {
      return leaksThrough(call, use.operand(), passed);
    }
    int opcode = use.opcode();
    return switch (opcode) {
      case PUTSTATIC, ATHROW, INVOKEDYNAMIC -> true;
      case PUTFIELD -> use.operand() == 1;
      case AASTORE -> use.operand() == 2;
      default -> false;
    };
  }

  private boolean leaksThrough(MethodInsnNode call, int argument, Collection<Argument> passed) {
    Optional<MethodFlow> target = argument == 0 ? family.likelyTarget(call) : family.target(call);
    if (target.isPresent()) {
      passed.add(new Argument(target.get(), argument));
      return false;
    }
    boolean initializesSuperclass =
        call.name.equals("<init>") && argument == 0 && call.getOpcode() == INVOKESPECIAL;
    return !initializesSuperclass && !call.name.equals("getClass");
  }

  private boolean leaksArgument(Argument argument, Collection<Argument> passed) {
    return argument.method().uses(argument.method().parameter(argument.position())).stream()
        .anyMatch(use -> use.opcode() == ARETURN || leaks(use, passed));
  }
}
