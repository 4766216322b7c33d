package org.drystone.registry.immutability.internal.confinement;

import java.lang.reflect.Field;
import java.util.Map;

/**
 * What the object in a field is made of, if all of it belongs to its holder alone and is never
 * changed.
 *
 * @param depth 1 if the field holds a part, and 1 more for each array around parts; 0 if nothing is
 *     proven
 * @param fields the exact classes of the parts, with their fields that hold references, and the
 *     depth of what is in these, 0 where that may be anything
 */
public record Confined(int depth, Map<Class<?>, Map<Field, Integer>> fields) {

  /** Nothing is proven. */
  static final Confined NOT = new Confined(0, Map.of());
}
