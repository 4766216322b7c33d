package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What calls that cannot be looked into do to values that lead to the container in a field. */
final class CallEffects {

  /** What the JDK's collections only iterate over. */
  private static final Set<String> ITERATING =
      Set.of("addAll", "putAll", "containsAll", "removeAll", "retainAll");

  private static final Set<String> COMPARING = Set.of("equals", "compareTo", "before", "after");

  private static final Set<String> COMPARERS = Set.of("java/util/Objects", "java/util/Arrays");
  private static final Set<String> EQUALITY = Set.of("equals", "deepEquals");

  private final Family family;
  private final JdkCollections jdk;
  private final Stored stored;
  private final Set<FieldId> holders;

  /** For containers that these fields hold; more may be added. */
  CallEffects(Family family, Set<FieldId> holders) {
    this.family = family;
    this.jdk = new JdkCollections(family);
    this.stored = new Stored(family);
    this.holders = holders;
  }

  /** The effect of a call on what it uses as its receiver or as an argument. */
  Effect of(Alias alias, MethodInsnNode call, Use use) {
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    if (!isStatic && use.operand() == 0 && call.name.equals("iterator") && showsArray(alias)) {
      return Effect.READS; // It cannot remove.
    }
    if (!isStatic && use.operand() == 0) {
      return call.name.equals("<init>")
          ? Effect.READS
          : ContainerMethods.of(alias.kind(), call.name);
    }
    if (isComparison(call) && isJdk(alias, use, isStatic ? 1 - use.operand() : 0)) {
      return Effect.READS;
    }
    boolean isRead =
        Serialization.isShown(family, use.flow(), call)
            || (alias.kind() == Kind.CONTAINER && isTaken(alias, call, use));
    return isRead ? Effect.READS : LibraryCalls.of(call, use.operand(), alias.kind());
  }

  /**
   * Whether a call compares what a field holds with what the same field of another object holds,
   * which is just as well known, as are the containers in both.
   */
  boolean comparesOwn(FieldId field, Alias alias, MethodInsnNode call, Use use) {
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    boolean compares =
        isStatic
            ? COMPARERS.contains(call.owner) && EQUALITY.contains(call.name)
            : call.name.equals("equals");
    return compares
        && alias.kind() == Kind.CONTAINER
        && alias.level() == 0
        && use.flow().operands(use.index()).size() == 2
        && use.flow().origins(use.index(), 1 - use.operand()).stream()
            .allMatch(other -> isSameField(field, other));
  }

  private boolean isSameField(FieldId field, AbstractInsnNode other) {
    return field.isReadBy(other)
        && family.exact().map(exact -> exact.isCertain((FieldInsnNode) other)).orElse(true);
  }

  /** Whether a collection that is known to be the JDK's takes over the elements. */
  private boolean isTaken(Alias alias, MethodInsnNode call, Use use) {
    return call.getOpcode() != Opcodes.INVOKESTATIC
        && ITERATING.contains(call.name)
        && call.owner.startsWith("java/util/")
        && isJdk(alias, use, 0);
  }

  /** Whether another operand is a collection that is known to be the JDK's. */
  private boolean isJdk(Alias alias, Use use, int other) {
    return jdk.include(new Use(use.flow(), use.index(), other), alias.site());
  }

  private static boolean isComparison(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        ? call.owner.equals("java/util/Objects") && call.name.equals("equals")
        : COMPARING.contains(call.name) && Type.getArgumentTypes(call.desc).length == 1;
  }

  private boolean showsArray(Alias alias) {
    return alias.kind() == Kind.CONTAINER
        && holders.stream().anyMatch(holder -> stored.isArrayList(holder, alias.origin()));
  }

  /** The effect of putting it into an array. */
  static Effect ofElement(Use use) {
    boolean isPrinted =
        use.opcode() == Opcodes.AASTORE
            && use.flow().origins(use.index(), 0).stream()
                .allMatch(array -> isOnlyPrinted(use.flow(), array));
    return isPrinted ? Effect.READS : Effect.LEAKS;
  }

  /** Compilers make such arrays for a variable number of arguments. */
  private static boolean isOnlyPrinted(MethodFlow flow, AbstractInsnNode array) {
    return array.getOpcode() == Opcodes.ANEWARRAY
        && flow.uses(array).stream()
            .allMatch(
                use ->
                    (use.opcode() == Opcodes.AASTORE && use.operand() == 0)
                        || LibraryCalls.printsElements(use.instruction()));
  }
}
