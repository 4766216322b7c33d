package org.drystone.registry.immutability.internal.reach;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.Effort;
import org.drystone.registry.immutability.internal.flow.Handles;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells which methods mention a field or a method by name; each class is gone through once. */
final class NameIndex {

  private final Map<ClassNode, Map<String, Set<MethodNode>>> classes = new HashMap<>();
  private final Effort effort;

  NameIndex(Effort effort) {
    this.effort = effort;
  }

  /** The methods of the class with an instruction, or a handle to a method, of that name. */
  Set<MethodNode> methods(ClassNode owner, String name) {
    return classes.computeIfAbsent(owner, this::index).getOrDefault(name, Set.of());
  }

  private Map<String, Set<MethodNode>> index(ClassNode owner) {
    Map<String, Set<MethodNode>> mentions = new HashMap<>();
    for (MethodNode method : owner.methods) {
      effort.spend(method.instructions.size());
      for (AbstractInsnNode i = method.instructions.getFirst(); i != null; i = i.getNext()) {
        add(i, method, mentions);
      }
    }
    return mentions;
  }

  private static void add(
      AbstractInsnNode instruction, MethodNode method, Map<String, Set<MethodNode>> mentions) {
    if (instruction instanceof FieldInsnNode use) {
      add(use.name, method, mentions);
    } else if (instruction instanceof MethodInsnNode call) {
      add(call.name, method, mentions);
    } else {
      Handles.in(instruction).forEach(handle -> add(handle.getName(), method, mentions));
    }
  }

  private static void add(String name, MethodNode method, Map<String, Set<MethodNode>> mentions) {
    mentions.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(method);
  }
}
