package org.drystone.registry.immutability.internal.ownership;

import java.util.List;
import java.util.function.BiPredicate;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What is stored in a field that is filled lazily with arrays or collections. They may not be there
 * yet when an object is looked at, so what will be in them has to be known from the code.
 */
public final class LazyContainers implements Opcodes {

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  public LazyContainers(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  /**
   * Whether nothing can be in them that changes, unless it is in the object already; whether nobody
   * else knows them is another question.
   */
  public boolean holdImmutable(FieldId field) {
    Elements elements = new Elements(family, dispatch, types);
    return areAll(field, elements::areImmutable);
  }

  /** Whether whoever sees one of them in another thread sees it whole. */
  public boolean areSafeInRaces(FieldId field) {
    return areAll(field, (flow, origin) -> isFrozen(origin));
  }

  private boolean areAll(FieldId field, BiPredicate<MethodFlow, AbstractInsnNode> predicate) {
    List<Use> writes = Writes.in(family, field);
    return !writes.isEmpty()
        && writes.stream()
            .allMatch(
                write ->
                    write.flow().origins(write.index(), 1).stream()
                        .allMatch(origin -> predicate.test(write.flow(), origin)));
  }

  /** What is behind final fields is seen as it was when they were set. */
  private static boolean isFrozen(AbstractInsnNode origin) {
    return origin.getOpcode() == ACONST_NULL
        || (origin instanceof MethodInsnNode call
            && (Fresh.isImmutable(call)
                || Fresh.isUnmodifiable(call)
                || (call.owner.equals("java/util/stream/Stream") && call.name.equals("toList"))));
  }
}
