package org.drystone.registry.immutability;

import java.lang.reflect.Proxy;

/** Judges a class by itself, once; the objects are left to the {@link Walk}. */
final class ClassJudge {

  private static final ClassValue<Object[]> JUDGEMENTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return judge(type).raw();
        }
      };

  private ClassJudge() {}

  /** The judgement of objects of exactly this class. */
  static ClassJudgement of(Class<?> type) {
    return new ClassJudgement(JUDGEMENTS.get(type));
  }

  private static ClassJudgement judge(Class<?> type) {
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
