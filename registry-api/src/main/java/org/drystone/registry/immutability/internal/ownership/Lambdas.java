package org.drystone.registry.immutability.internal.ownership;

import java.util.Optional;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What happens to an alias that a lambda, a method reference or a string concatenation takes. */
final class Lambdas {

  private Lambdas() {}

  static Effect effect(Alias alias, Use use, Levels levels) {
    InvokeDynamicInsnNode call = (InvokeDynamicInsnNode) use.instruction();
    if (call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      return Effect.READS;
    }
    return !levels.showWithin(alias.level()) && isReadingReference(alias, call, use.operand())
        ? Effect.READS
        : Effect.LEAKS;
  }

  /** The parameter of the lambda's body that takes the value, if the body is the family's own. */
  static Optional<Use> parameter(Family family, Use use) {
    InvokeDynamicInsnNode call = (InvokeDynamicInsnNode) use.instruction();
    return call.bsmArgs.length > 1
            && call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
            && call.bsmArgs[1] instanceof Handle body
            && body.getTag() != Opcodes.H_NEWINVOKESPECIAL
        ? family.target(body).map(flow -> new Use(flow, 0, use.operand()))
        : Optional.empty();
  }

  /** {@code list::get}. */
  private static boolean isReadingReference(Alias alias, InvokeDynamicInsnNode call, int operand) {
    return operand == 0
        && call.bsmArgs.length > 1
        && call.bsmArgs[1] instanceof Handle handle
        && handle.getOwner().startsWith("java/util/")
        && (handle.getTag() == Opcodes.H_INVOKEVIRTUAL
            || handle.getTag() == Opcodes.H_INVOKEINTERFACE)
        && ContainerMethods.of(alias.kind(), handle.getName()) == Effect.READS;
  }
}
