package org.drystone.registry.immutability.internal.judging;

import java.lang.reflect.Proxy;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Reading;
import org.drystone.registry.immutability.internal.known.KnownTypes;
import org.drystone.registry.immutability.internal.types.ShortName;
import org.jspecify.annotations.Nullable;

/** Judges a class by itself, once; the objects are left to the walk. */
public final class ClassJudge {

  /** Empty until it is filled, once; of JDK types, see {@link ClassJudgement}. */
  private static final ClassValue<@Nullable Object[]> SETTLED =
      new ClassValue<>() {
        @Override
        protected @Nullable Object[] computeValue(Class<?> type) {
          return ClassJudgement.empty();
        }
      };

  private ClassJudge() {}

  /** The judgement of objects of exactly this class. */
  public static ClassJudgement of(Class<?> type) {
    ClassJudgement settled = settled(type);
    return settled != null ? settled : settle(type);
  }

  /** The judgement; null as long as there is none. */
  static @Nullable ClassJudgement settled(Class<?> type) {
    return ClassJudgement.in(SETTLED.get(type));
  }

  private static ClassJudgement settle(Class<?> type) {
    Judging.judge(type)
        .forEach((judged, judgement) -> judgement.settled(judged).fill(SETTLED.get(judged)));
    return of(type);
  }

  /** Judges a class anew, with what is known by now of the types that it declares. */
  static ClassJudgement judge(Class<?> type, DeclaredTypes declared) {
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
      return KnownTypes.judge(type).orElseGet(() -> HierarchyJudge.judge(type, declared));
    } catch (LinkageError e) {
      return unreadable(type, "of which a part cannot be loaded (" + e + ")");
    } catch (RuntimeException e) {
      return unreadable(type, "whose code cannot be understood (" + e + ")");
    }
  }

  private static ClassJudgement unreadable(Class<?> type, String why) {
    return ClassJudgement.refused(
        Finding.UNKNOWN,
        "is of " + type.getName() + ", " + why,
        "Put all that it needs on the class path, or use another type");
  }
}
