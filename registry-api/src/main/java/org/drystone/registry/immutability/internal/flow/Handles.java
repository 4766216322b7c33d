package org.drystone.registry.immutability.internal.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
  public static List<Handle> in(AbstractInsnNode instruction) {
    List<Object> constants = constants(instruction);
    return constants.isEmpty()
        ? List.of()
        : constants.stream().filter(Handle.class::isInstance).map(Handle.class::cast).toList();
  }

  /** Whether it may give such a handle to somebody. */
  public static boolean anyIn(AbstractInsnNode instruction, Predicate<Handle> handle) {
    List<Handle> handles = in(instruction);
    return !handles.isEmpty() && handles.stream().anyMatch(handle);
  }

  /**
   * Whether the JVM gives the right to look up private members to somebody's code when the
   * instruction runs: not to that which the JDK and Scala keep for their compilers.
   */
  public static boolean lendRights(AbstractInsnNode instruction) {
    List<Object> constants = constants(instruction);
    return !constants.isEmpty()
        && (constants.stream().anyMatch(Handles::lendsRights)
            || (instruction instanceof InvokeDynamicInsnNode call && !isTrusted(call.bsm)));
  }

  private static boolean lendsRights(Object constant) {
    return constant instanceof ConstantDynamic computed
        && (!isTrusted(computed.getBootstrapMethod())
            || OF_FIELDS.contains(computed.getBootstrapMethod().getName()));
  }

  private static boolean isTrusted(Handle bootstrap) {
    return bootstrap.getOwner().startsWith("java/lang/")
        || bootstrap.getOwner().startsWith("scala/runtime/");
  }

  /** Asked of each instruction of a program, few of which have any: not a stream for each. */
  private static List<Object> constants(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return Stream.concat(Stream.of(call.bsm), Arrays.stream(call.bsmArgs))
          .flatMap(Handles::withParts)
          .toList();
    }
    return instruction instanceof LdcInsnNode load && mayHoldHandles(load.cst)
        ? withParts(load.cst).toList()
        : List.of();
  }

  private static boolean mayHoldHandles(Object constant) {
    return constant instanceof Handle || constant instanceof ConstantDynamic;
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
