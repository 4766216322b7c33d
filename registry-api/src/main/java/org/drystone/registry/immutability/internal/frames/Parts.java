package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.drystone.registry.immutability.internal.confinement.Confined;
import org.drystone.registry.immutability.internal.confinement.Confinement;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.types.Ownable;

/**
 * What an object in a field is made of, where it is proven that only the holder reaches all of it
 * and never changes it.
 */
public final class Parts {

  /** Of what others may reach. */
  public static final Parts NONE = new Parts(Map.of(), 0);

  /** Of an array or collection that is known to be the holder's own. */
  public static final Parts CONTAINER = new Parts(Map.of(), 1);

  /** The exact classes, with their fields that hold references, see {@link Confined}. */
  private final Map<Class<?>, Map<Field, Integer>> fields;

  private final int depth;

  private Parts(Map<Class<?>, Map<Field, Integer>> fields, int depth) {
    this.fields = fields;
    this.depth = depth;
  }

  /** Proves it of a field in objects of one exact class; a costly question. */
  public static Parts in(Field field, Class<?> holder) {
    try {
      return Confinable.fits(field)
          ? of(Confinement.of(field, holder, Ownable::isContainer))
          : NONE;
    } catch (LinkageError e) {
      return NONE;
    }
  }

  /** The same of one of the fields that decide, of an object of that class; proven once. */
  static Parts in(ClassJudgement judgement, int member, Class<?> holder) {
    AtomicReferenceArray<Object[]> proven = judgement.proven();
    Object[] known = proven.getAcquire(member);
    if (known == null) {
      known = in((Field) judgement.members()[member], holder).toKeep();
      proven.setRelease(member, known);
    }
    return of(known);
  }

  private static Parts of(Confined proven) {
    return proven.depth() == 0 ? NONE : new Parts(proven.fields(), proven.depth());
  }

  /** What was kept of them. */
  @SuppressWarnings("unchecked") // Nothing else is kept.
  private static Parts of(Object[] kept) {
    int depth = (Integer) kept[0];
    return depth == 0 ? NONE : new Parts((Map<Class<?>, Map<Field, Integer>>) kept[1], depth);
  }

  /** To keep, of JDK types only. */
  private Object[] toKeep() {
    return new Object[] {depth, fields};
  }

  /** Whether an object can be looked into although its class lets others change it. */
  public boolean include(Object object) {
    Class<?> type = object.getClass();
    return this == CONTAINER
        ? Ownable.is(object)
        : depth > 0 && (type.isArray() || fields.containsKey(type));
  }

  /** A frame for what is in one of them. */
  public Frame open(Object part) {
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
