package org.drystone.registry.immutability.internal.reach;

/** Whose method is called. */
public enum Receiver {
  /** That of an object of the exact class in question. */
  EXACT,
  /** That of any object. */
  ANY
}
