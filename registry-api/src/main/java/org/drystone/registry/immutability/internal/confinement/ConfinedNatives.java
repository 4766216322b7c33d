package org.drystone.registry.immutability.internal.confinement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the JVM's own methods do to parts. */
final class ConfinedNatives {

  private ConfinedNatives() {}

  /** The result of such a method; null if it is none of these. */
  static @Nullable Held call(ConfinedMemory from, MethodInsnNode call, List<Held> values) {
    return switch (call.name + call.desc) {
      case "getClass()Ljava/lang/Class;" -> Held.OUTSIDE;
      case "hashCode()I" ->
          call.getOpcode() == Opcodes.INVOKESPECIAL && call.owner.equals("java/lang/Object")
              ? Held.OUTSIDE
              : null;
      case "identityHashCode(Ljava/lang/Object;)I" ->
          call.owner.equals("java/lang/System") ? Held.OUTSIDE : null;
      case "clone()Ljava/lang/Object;" -> clone(from, call, values.get(0));
      case "arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V" ->
          call.owner.equals("java/lang/System") ? move(from, values.get(0), values.get(2)) : null;
      default -> null;
    };
  }

  /** Whether it only looks at the object, unless a class overrides it. */
  static boolean isHarmless(Code code) {
    return code.owner().name.equals("java/lang/Object") && code.method().name.equals("hashCode");
  }

  private static @Nullable Held clone(ConfinedMemory from, MethodInsnNode call, Held original) {
    boolean isArray = Type.getObjectType(call.owner).getSort() == Type.ARRAY;
    boolean isPlain =
        call.getOpcode() == Opcodes.INVOKESPECIAL && call.owner.equals("java/lang/Object");
    return isArray || isPlain ? from.copy(call, original) : null;
  }

  private static Held move(ConfinedMemory from, Held source, Held target) {
    from.change(target);
    from.storeElements(target, from.elements(source));
    return Held.NOTHING;
  }
}
