package org.drystone.registry.immutability;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.drystone.registry.immutability.bytecode.Types;

/** What the declared type of a field promises, whatever the field holds. */
final class DeclaredType {

  /** How deep final and sealed types are followed; beyond, the objects decide. */
  private static final int DEPTH = 32;

  /** The same, for proofs about bytecode. */
  static final Types TYPES =
      new Types() {
        @Override
        public boolean holdsOnlyImmutable(Class<?> declared) {
          return promise(declared).isPresent();
        }

        @Override
        public boolean isImmutable(Class<?> exact) {
          return guarded(exact, DeclaredType::ofExactly).isPresent();
        }
      };

  private static final ThreadLocal<Set<Class<?>>> UNDERWAY = ThreadLocal.withInitial(HashSet::new);

  private DeclaredType() {}

  /** Why no object that fits this type can change; empty if one could, or if that is not known. */
  static Optional<Evidence> promise(Class<?> type) {
    if (type.isPrimitive()) {
      return Optional.of(Evidence.PROVEN);
    }
    return guarded(type, type.isSealed() ? DeclaredType::ofPermitted : DeclaredType::ofFinal);
  }

  /** Asks about a type, unless that is being done already. */
  private static Optional<Evidence> guarded(
      Class<?> type, Function<Class<?>, Optional<Evidence>> question) {
    Set<Class<?>> underway = UNDERWAY.get();
    if (underway.size() >= DEPTH || !underway.add(type)) {
      return Optional.empty();
    }
    try {
      return question.apply(type);
    } finally {
      underway.remove(type);
      if (underway.isEmpty()) {
        UNDERWAY.remove();
      }
    }
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

  private static Optional<Evidence> ofExactly(Class<?> type) {
    ClassJudgement judgement = ClassJudge.of(type);
    return judgement.finding() == Finding.IMMUTABLE
        ? Optional.of(judgement.evidence())
        : Optional.empty();
  }
}
