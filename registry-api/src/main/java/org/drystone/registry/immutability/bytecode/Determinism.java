package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Proves that a method, with those of its family that it calls, asks no clock and rolls no dice.
 */
final class Determinism {

  private static final Pattern CHANCE =
      Pattern.compile(
          "java/lang/System\\.(currentTimeMillis|nanoTime|getenv|getProperty)"
              + "|java/lang/Math\\.random|java/util/UUID\\.randomUUID"
              + "|java/util/(Random|SplittableRandom|random/.*|concurrent/ThreadLocalRandom)\\..*"
              + "|java/security/SecureRandom\\..*"
              + "|java/util/concurrent/atomic/.*"
              + "|java/util/Date\\.<init>|java/util/Calendar\\.getInstance"
              + "|java/time/.*\\.(now|millis|instant)"
              + "|java/lang/Thread\\.currentThread"
              + "|.*\\.(nextInt|nextLong|nextDouble|nextBytes|getAndIncrement|incrementAndGet)");

  /** How far helpers of libraries are followed. */
  private static final int DEPTH = 3;

  private final Family family;
  private final Set<MethodNode> known = new HashSet<>();

  Determinism(Family family) {
    this.family = family;
  }

  boolean holds(MethodFlow flow) {
    return holds(flow, 0);
  }

  private boolean holds(MethodFlow flow, int depth) {
    if (depth > DEPTH || !known.add(flow.method())) {
      return true;
    }
    for (int index = 0; index < flow.size(); index++) {
      if (flow.isReachable(index) && !isCertain(flow.instruction(index), depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean isCertain(AbstractInsnNode instruction, int depth) {
    if (instruction instanceof MethodInsnNode call) {
      int next = family.has(call.owner) ? depth : depth + 1;
      return !CHANCE.matcher(call.owner + "." + call.name).matches()
          && family.target(call).map(target -> holds(target, next)).orElse(true);
    }
    int opcode = instruction.getOpcode();
    return opcode != Opcodes.PUTSTATIC
        && (opcode != Opcodes.GETSTATIC || family.isConstant((FieldInsnNode) instruction));
  }
}
