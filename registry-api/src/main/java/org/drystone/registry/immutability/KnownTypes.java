package org.drystone.registry.immutability;

import java.util.Optional;

/**
 * The types that are known rather than proven: those of the JDK and of the libraries whose lists
 * lie beside this class as resources. (Not in the code: relocation would rewrite the names there.)
 */
final class KnownTypes {

  private static final TypeList JDK = TypeList.load("jdk-types.txt", Jdk::defines);
  private static final TypeList LIBRARIES =
      TypeList.load("library-types.txt", type -> !Jdk.defines(type));

  private KnownTypes() {}

  /** Empty if nothing is known of objects of exactly this class. */
  static Optional<ClassJudgement> judge(Class<?> type) {
    return Jdk.defines(type)
        ? ProbedTypes.judge(type).or(() -> JDK.judge(type)).or(() -> ValueBased.judge(type))
        : LIBRARIES.judge(type).or(() -> JDK.judge(type));
  }

  /** Whether a subclass need not care for what this superclass declares. */
  static boolean addsNothing(Class<?> superclass) {
    return (Jdk.defines(superclass) ? JDK : LIBRARIES).addsNothing(superclass);
  }
}
