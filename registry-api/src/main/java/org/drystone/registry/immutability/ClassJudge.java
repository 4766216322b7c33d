package org.drystone.registry.immutability;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Judges a class by itself, once; the objects are left to the {@link Walk}. */
final class ClassJudge {

  private static final ClassValue<Object[]> JUDGEMENTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return judge(type).raw();
        }
      };

  /** How many classes may wait for each other; beyond, the objects decide. */
  private static final int DEPTH = 32;

  /** The classes that are being judged, in this thread. */
  private static final ThreadLocal<Set<Class<?>>> UNDERWAY = ThreadLocal.withInitial(HashSet::new);

  private ClassJudge() {}

  /** The judgement of objects of exactly this class. */
  static ClassJudgement of(Class<?> type) {
    return new ClassJudgement(JUDGEMENTS.get(type));
  }

  /** The judgement; empty while it is underway, which is where a class leads back to itself. */
  static Optional<ClassJudgement> unlessUnderway(Class<?> type) {
    Set<Class<?>> underway = UNDERWAY.get();
    return underway.contains(type) || underway.size() >= DEPTH
        ? Optional.empty()
        : Optional.of(of(type));
  }

  private static ClassJudgement judge(Class<?> type) {
    Set<Class<?>> underway = UNDERWAY.get();
    underway.add(type);
    try {
      return judgeNow(type);
    } finally {
      underway.remove(type);
      if (underway.isEmpty()) {
        UNDERWAY.remove();
      }
    }
  }

  private static ClassJudgement judgeNow(Class<?> type) {
    if (type.isPrimitive()) {
      return ClassJudgement.immutable(Evidence.PROVEN);
    }
    if (type.isArray()) {
      return ClassJudgement.refused(
          Finding.MUTABLE,
          "is " + ShortName.withArticle(type.getSimpleName()) + ", which can be written to",
          type == byte[].class ? "Use a ByteString" : "Use List.of(..) or List.copyOf(..)");
    }
    if (Proxy.isProxyClass(type)) {
      return ClassJudgement.known(Reading.HANDLER);
    }
    try {
      return KnownTypes.judge(type).orElseGet(() -> HierarchyJudge.judge(type));
    } catch (LinkageError e) {
      return ClassJudgement.refused(
          Finding.UNKNOWN,
          "is of " + type.getName() + ", of which a part cannot be loaded (" + e + ")",
          "Put the missing class on the class path");
    }
  }
}
