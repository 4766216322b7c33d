package org.drystone.registry.immutability.internal.types;

import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Types of the JDK's whose objects can change, but not while only one owner reads them. */
public final class Ownable {

  /** Those that hold nothing that would have to be looked at. */
  private static final Set<Class<?>> VALUES =
      Set.of(Date.class, BitSet.class, StringBuilder.class, StringBuffer.class);

  private Ownable() {}

  /** Whether a field of that type may hold one, and is worth a proof. */
  public static boolean fits(Class<?> declared) {
    return fitsContainer(declared) || declared == Object.class || VALUES.contains(declared);
  }

  /** Whether a field of that type may hold an array or a collection, but nothing else of these. */
  public static boolean fitsContainer(Class<?> declared) {
    return declared.isArray()
        || declared == Iterable.class
        || (Jdk.defines(declared)
            && (Collection.class.isAssignableFrom(declared)
                || Map.class.isAssignableFrom(declared)));
  }

  /**
   * Whether an object can be looked into although its class lets others change it. A map of weak
   * keys changes even if nobody touches it.
   */
  public static boolean is(Object object) {
    Class<?> type = object.getClass();
    return type.isArray() || VALUES.contains(type) || isContainer(type);
  }

  /** Whether its objects are collections of the JDK's that can be looked into. */
  private static boolean isContainer(Class<?> type) {
    return Jdk.defines(type)
        && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))
        && !WeakHashMap.class.isAssignableFrom(type);
  }
}
