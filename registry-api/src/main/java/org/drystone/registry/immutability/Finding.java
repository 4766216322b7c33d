package org.drystone.registry.immutability;

/** What is found of a class; {@link Verdict.Kind} is what is found of an object. */
enum Finding {
  /** No object of exactly this class can change. */
  IMMUTABLE,
  /** An object of exactly this class can change only if something in it can. */
  CONDITIONAL,
  /** Its objects can change. */
  MUTABLE,
  /** Neither could be shown. */
  UNKNOWN
}
