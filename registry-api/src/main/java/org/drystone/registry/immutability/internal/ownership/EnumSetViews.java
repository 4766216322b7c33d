package org.drystone.registry.immutability.internal.ownership;

import java.util.List;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that a field only ever holds unmodifiable views of enum sets, in which there can be
 * nothing but the constants of one enum; whoever sees a view in another thread sees the set as it
 * was then.
 */
public final class EnumSetViews implements Opcodes {

  private static final Set<String> FACTORIES = Set.of("allOf", "noneOf");

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  public EnumSetViews(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  /** Whether that is so; whether nobody else knows the sets is another question. */
  public boolean fill(FieldId field) {
    List<Use> writes = Writes.in(family, field);
    return !writes.isEmpty()
        && writes.stream()
            .allMatch(
                write ->
                    write.flow().origins(write.index(), 1).stream()
                        .allMatch(origin -> isView(write.flow(), origin)));
  }

  private boolean isView(MethodFlow flow, AbstractInsnNode origin) {
    return origin.getOpcode() == ACONST_NULL
        || (origin instanceof MethodInsnNode call
            && Fresh.isUnmodifiable(call)
            && flow.origins(flow.indexOf(call), 0).stream().allMatch(set -> isEnumSet(flow, set)));
  }

  private boolean isEnumSet(MethodFlow flow, AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.owner.equals("java/util/EnumSet")
        && FACTORIES.contains(call.name)
        && flow.origins(flow.indexOf(call), 0).stream().allMatch(this::isImmutableEnum);
  }

  private boolean isImmutableEnum(AbstractInsnNode origin) {
    if (!(origin instanceof LdcInsnNode constant) || !(constant.cst instanceof Type type)) {
      return false;
    }
    Class<?> enumeration = dispatch.load(type.getInternalName());
    return enumeration != null && enumeration.isEnum() && types.holdsOnlyImmutable(enumeration);
  }
}
