package org.drystone.registry.immutability.internal.replay;

import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** How numbers are put into objects of the JDK's, and taken out again. */
final class Boxes {

  /** What such an object is of, and what is in it. */
  private static final Map<String, String> CONTENTS =
      Map.of(
          "java/lang/Boolean", "Z",
          "java/lang/Byte", "B",
          "java/lang/Character", "C",
          "java/lang/Short", "S",
          "java/lang/Integer", "I",
          "java/lang/Long", "J",
          "java/lang/Float", "F",
          "java/lang/Double", "D");

  private Boxes() {}

  /** What a call gives for what is on the stack; empty if it does something else, or may fail. */
  static Optional<Term> result(MethodInsnNode call, Activation top) {
    String content = CONTENTS.get(call.owner);
    if (content == null || top.stack().isEmpty()) {
      return Optional.empty();
    }
    Term last = top.top(0);
    boolean boxes =
        call.getOpcode() == Opcodes.INVOKESTATIC
            && call.name.equals("valueOf")
            && call.desc.equals("(" + content + ")L" + call.owner + ";");
    if (boxes) {
      return Optional.of(new Term.Boxed(call.owner, last));
    }
    return call.name.endsWith("Value")
            && call.desc.equals("()" + content)
            && last instanceof Term.Boxed boxed
            && boxed.owner().equals(call.owner)
        ? Optional.of(boxed.content())
        : Optional.empty();
  }
}
