package org.drystone.registry.immutability.internal.replay;

import java.util.List;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The ways of a switch. */
record Switch(List<Integer> keys, List<LabelNode> labels, LabelNode otherwise) {

  static Switch of(AbstractInsnNode instruction) {
    if (instruction instanceof TableSwitchInsnNode table) {
      List<Integer> keys = IntStream.rangeClosed(table.min, table.max).boxed().toList();
      return new Switch(keys, table.labels, table.dflt);
    }
    LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) instruction;
    return new Switch(lookup.keys, lookup.labels, lookup.dflt);
  }
}
