package org.drystone.registry.immutability;

import java.util.Arrays;
import java.util.Collection;

/** What {@link Sinks} takes over. */
class SinksBelow {

  static boolean addAll(Collection<String> into, String[] rows) {
    return into.addAll(Arrays.asList(rows));
  }

  static boolean isSame(Object one, Object other) {
    return one == null ? other == null : one.equals(other);
  }
}
