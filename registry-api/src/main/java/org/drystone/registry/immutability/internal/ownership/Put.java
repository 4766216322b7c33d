package org.drystone.registry.immutability.internal.ownership;

import java.util.Set;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A use that puts a container into something else.
 *
 * @param level that of the container
 */
record Put(Use use, int level) {

  /** Whether what it puts it into is known to be a container of the level above. */
  boolean isIn(Set<Alias> known) {
    return use.flow().origins(use.index(), 0).stream().allMatch(into -> isKnown(into, known));
  }

  private boolean isKnown(AbstractInsnNode into, Set<Alias> known) {
    MethodFlow flow = use.flow();
    return known.stream()
        .anyMatch(
            alias ->
                alias.flow() == flow
                    && alias.origin() == into
                    && alias.kind() == Kind.CONTAINER
                    && alias.level() == level - 1);
  }
}
