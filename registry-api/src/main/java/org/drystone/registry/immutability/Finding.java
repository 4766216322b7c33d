package org.drystone.registry.immutability;

/** What is found of a class; {@link Verdict.Kind} is what is found of an object. Best first. */
public enum Finding {
  /** No object of exactly this class can change. */
  IMMUTABLE,
  /** An object of exactly this class can change only if something in it can. */
  CONDITIONAL,
  /** Neither could be shown. */
  UNKNOWN,
  /** Its objects can change. */
  MUTABLE
}
