package org.drystone.registry.immutability.internal.flow;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/**
 * Members that an instruction names without a call: in method handles, in lambdas, and in what is
 * computed when the instruction runs first.
 */
public final class Handles {

  /** What the JDK makes of a right to look up is no handle for a field. */
  private static final Set<String> OF_FIELDS = Set.of("fieldVarHandle", "staticFieldVarHandle");

  private Handles() {}

  /** All handles that an instruction may give to somebody. */
  public static Stream<Handle> in(AbstractInsnNode instruction) {
    return constants(instruction).filter(Handle.class::isInstance).map(Handle.class::cast);
  }

  /**
   * Whether the JVM gives the right to look up private members to somebody's code when the
   * instruction runs: not to that which the JDK and Scala keep for their compilers.
   */
  public static boolean lendRights(AbstractInsnNode instruction) {
    return constants(instruction)
            .filter(ConstantDynamic.class::isInstance)
            .map(constant -> ((ConstantDynamic) constant).getBootstrapMethod())
            .anyMatch(maker -> !isTrusted(maker) || OF_FIELDS.contains(maker.getName()))
        || (instruction instanceof InvokeDynamicInsnNode call && !isTrusted(call.bsm));
  }

  private static boolean isTrusted(Handle bootstrap) {
    return bootstrap.getOwner().startsWith("java/lang/")
        || bootstrap.getOwner().startsWith("scala/runtime/");
  }

  private static Stream<Object> constants(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return Stream.concat(Stream.of(call.bsm), Arrays.stream(call.bsmArgs))
          .flatMap(Handles::withParts);
    }
    return instruction instanceof LdcInsnNode constant ? withParts(constant.cst) : Stream.empty();
  }

  private static Stream<Object> withParts(Object constant) {
    return constant instanceof ConstantDynamic computed
        ? Stream.concat(
            Stream.of(computed, computed.getBootstrapMethod()),
            IntStream.range(0, computed.getBootstrapMethodArgumentCount())
                .mapToObj(computed::getBootstrapMethodArgument)
                .flatMap(Handles::withParts))
        : Stream.of(constant);
  }
}
