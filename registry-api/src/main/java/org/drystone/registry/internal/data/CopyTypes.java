package org.drystone.registry.internal.data;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.TypeRef;
import org.drystone.registry.values.ImmutableCopies;

/**
 * Our own sets and maps are published under the JDK's names: their classes are nobody's business.
 */
final class CopyTypes {

  private static final Type SET = new TypeRef<Set<Object>>() {}.type();
  private static final Type MAP = new TypeRef<Map<Object, Object>>() {}.type();

  private CopyTypes() {}

  /** Whether it says only that this is one of our own sets or maps, not of what. */
  static boolean isOfAnything(Type type) {
    return type.equals(SET) || type.equals(MAP);
  }

  /** The type under which a value of no declared type can be read. */
  static Type of(Object value) {
    if (value.getClass().getPackage() != ImmutableCopies.class.getPackage()) {
      return value.getClass();
    }
    if (value instanceof Set) {
      return SET;
    }
    return value instanceof Map ? MAP : value.getClass();
  }
}
