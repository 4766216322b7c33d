package org.drystone.registry.immutability.internal.types;

/**
 * What the checker knows of types. Of a type that is being judged it may say no now and yes later:
 * a no must never help to accept anything.
 */
public interface Types {

  /** Whether no object that fits this declared type can change. */
  boolean holdsOnlyImmutable(Class<?> declared);

  /** Whether no object of exactly this class can change. */
  boolean isImmutable(Class<?> exact);

  /** Whether an object of exactly this class can change only if something in it can. */
  boolean isImmutableByParts(Class<?> exact);
}
