package org.drystone.registry.immutability;

import java.lang.reflect.Field;
import java.util.Map;
import org.drystone.registry.immutability.bytecode.Confined;
import org.drystone.registry.immutability.bytecode.Confinement;

/**
 * What an object in a field is made of, where it is proven that only the holder reaches all of it
 * and never changes it.
 */
final class Parts {

  /** Of what others may reach. */
  static final Parts NONE = new Parts(Map.of(), 0);

  /** Of an array or collection that is known to be the holder's own. */
  static final Parts CONTAINER = new Parts(Map.of(), 1);

  /** The exact classes, with their fields that hold references, see {@link Confined}. */
  private final Map<Class<?>, Map<Field, Integer>> fields;

  private final int depth;

  private Parts(Map<Class<?>, Map<Field, Integer>> fields, int depth) {
    this.fields = fields;
    this.depth = depth;
  }

  /** Proves it of a field in objects of one exact class; a costly question. */
  static Parts in(Field field, Class<?> holder) {
    try {
      return Confinable.fits(field)
          ? of(Confinement.of(field, holder, Ownable::isContainer))
          : NONE;
    } catch (LinkageError e) {
      return NONE;
    }
  }

  private static Parts of(Confined proven) {
    return proven.depth() == 0 ? NONE : new Parts(proven.fields(), proven.depth());
  }

  /** What was kept of them. */
  @SuppressWarnings("unchecked") // Nothing else is kept.
  static Parts of(Object[] kept) {
    int depth = (Integer) kept[0];
    return depth == 0 ? NONE : new Parts((Map<Class<?>, Map<Field, Integer>>) kept[1], depth);
  }

  /** To keep, of JDK types only. */
  Object[] toKeep() {
    return new Object[] {depth, fields};
  }

  /** Whether an object can be looked into although its class lets others change it. */
  boolean include(Object object) {
    Class<?> type = object.getClass();
    return this == CONTAINER
        ? Ownable.is(object)
        : depth > 0 && (type.isArray() || fields.containsKey(type));
  }

  /** A frame for what is in one of them. */
  Frame open(Object part) {
    return Ownable.is(part)
        ? Frames.openOwned(part)
        : new PartsFrame(part, fields.getOrDefault(part.getClass(), Map.of()), this);
  }

  /** What is in such an array. */
  Parts inArray() {
    return at(depth - 1);
  }

  /** What is behind a field of one of them. */
  Parts behind(Object part, Field field) {
    return at(fields.getOrDefault(part.getClass(), Map.of()).getOrDefault(field, 0));
  }

  /** What is behind a field with that number. */
  Parts at(int level) {
    return level <= 0 ? NONE : new Parts(fields, level);
  }
}
