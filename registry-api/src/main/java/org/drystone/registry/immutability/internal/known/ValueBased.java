package org.drystone.registry.immutability.internal.known;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;

/** The JDK's own mark for classes whose objects are mere values. */
final class ValueBased {

  private static final String MARK = "jdk.internal.ValueBased";

  private ValueBased() {}

  static Optional<ClassJudgement> judge(Class<?> jdkType) {
    return isMarked(jdkType) && !holdsOthers(jdkType)
        ? Optional.of(ClassJudgement.immutable(Evidence.KNOWN))
        : Optional.empty();
  }

  private static boolean isMarked(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(MARK));
  }

  /** Such values are as immutable as what they hold; {@link TypeList} knows the few there are. */
  private static boolean holdsOthers(Class<?> type) {
    return Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || Map.Entry.class.isAssignableFrom(type)
        || Iterator.class.isAssignableFrom(type)
        || ProcessHandle.class.isAssignableFrom(type);
  }
}
