package org.drystone.registry.immutability.internal.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.internal.classfiles.Member;
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
    return !beginsConstruction(use)
        && (leaks(use, passed) || passed.stream().anyMatch(search::finds));
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
    Optional<MethodFlow> target =
        argument == 0
            ? family.likelyTarget(call).or(() -> superclassConstructor(call))
            : family.target(call);
    if (target.isPresent()) {
      passed.add(new Argument(target.get(), argument));
      return false;
    }
    return !(call.name.equals("<init>") && argument == 0 && call.owner.startsWith("java/"))
        && !call.name.equals("getClass");
  }

  /** What others see while the constructor runs that calls another one does not count for it. */
  private boolean beginsConstruction(Use use) {
    return use.instruction() instanceof MethodInsnNode call
        && call.name.equals("<init>")
        && use.operand() == 0
        && use.flow().isConstructor()
        && use.flow().origins(use.index(), 0).stream().allMatch(use.flow()::isThis)
        && family.likelyTarget(call).isEmpty();
  }

  private Optional<MethodFlow> superclassConstructor(MethodInsnNode call) {
    return call.name.equals("<init>") && !call.owner.startsWith("java/")
        ? family
            .find(call.owner)
            .flatMap(owner -> Member.declared(owner, call.name, call.desc))
            .map(member -> family.flow(member.owner(), member.method()))
        : Optional.empty();
  }

  private boolean leaksArgument(Argument argument, Collection<Argument> passed) {
    return argument.method().uses(argument.method().parameter(argument.position())).stream()
        .anyMatch(use -> use.opcode() == ARETURN || leaks(use, passed));
  }
}
