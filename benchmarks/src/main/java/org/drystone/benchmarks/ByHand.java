package org.drystone.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What one would write for a handful of classes. */
final class ByHand {

  private static final Class<?> LIST = List.of(1, 2, 3).getClass();

  private ByHand() {}

  static boolean isImmutable(Object object) {
    return object instanceof String
        || object instanceof Integer
        || object instanceof Double
        || object instanceof LocalDate
        || object instanceof UUID
        || (object.getClass() == LIST && elementsAreImmutable((List<?>) object));
  }

  static boolean elementsAreImmutable(List<?> list) {
    for (Object element : list) {
      if (!isImmutable(element)) {
        return false;
      }
    }
    return true;
  }
}
