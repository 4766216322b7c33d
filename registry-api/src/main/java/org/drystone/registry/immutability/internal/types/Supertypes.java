package org.drystone.registry.immutability.internal.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that a class is. */
public final class Supertypes {

  private Supertypes() {}

  /** The class, its superclasses, nearest first, then all interfaces. */
  public static Set<Class<?>> of(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> part = type; part != null; part = part.getSuperclass()) {
      all.add(part);
    }
    List<Class<?>> pending = new ArrayList<>(all);
    for (int i = 0; i < pending.size(); i++) {
      for (Class<?> parent : pending.get(i).getInterfaces()) {
        if (all.add(parent)) {
          pending.add(parent);
        }
      }
    }
    return all;
  }
}
