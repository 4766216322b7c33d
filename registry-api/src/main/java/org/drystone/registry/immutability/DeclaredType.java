package org.drystone.registry.immutability;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.drystone.registry.immutability.bytecode.Types;

/** What the declared type of a field promises, whatever the field holds. */
final class DeclaredType {

  /** The same, for proofs about bytecode. */
  static final Types TYPES =
      new Types() {
        @Override
        public boolean holdsOnlyImmutable(Class<?> declared) {
          return promise(declared).isPresent();
        }

        @Override
        public boolean isImmutable(Class<?> exact) {
          return ofExactly(exact).isPresent();
        }

        @Override
        public boolean isImmutableByParts(Class<?> exact) {
          return ofParts(exact).isPresent();
        }
      };

  private DeclaredType() {}

  /** Why no object that fits this type can change; empty if one could, or if that is not known. */
  static Optional<Evidence> promise(Class<?> type) {
    if (type.isPrimitive()) {
      return Optional.of(Evidence.PROVEN);
    }
    return type.isSealed() ? ofPermitted(type) : ofFinal(type);
  }

  private static Optional<Evidence> ofFinal(Class<?> type) {
    return Modifier.isFinal(type.getModifiers()) ? ofExactly(type) : Optional.empty();
  }

  private static Optional<Evidence> ofPermitted(Class<?> type) {
    Optional<Evidence> weakest =
        Modifier.isAbstract(type.getModifiers()) ? Optional.of(Evidence.PROVEN) : ofExactly(type);
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      Optional<Evidence> next = promise(permitted);
      weakest = weakest.flatMap(w -> next.map(w::orWeaker));
    }
    return weakest;
  }

  private static Optional<Evidence> ofParts(Class<?> type) {
    return judged(type, Finding.CONDITIONAL).or(() -> ofExactly(type));
  }

  private static Optional<Evidence> ofExactly(Class<?> type) {
    return judged(type, Finding.IMMUTABLE);
  }

  /** What cannot be judged now, since it waits for the answer, is left to the objects. */
  private static Optional<Evidence> judged(Class<?> type, Finding finding) {
    return ClassJudge.unlessUnderway(type)
        .filter(judgement -> judgement.finding() == finding)
        .map(ClassJudgement::evidence);
  }
}
