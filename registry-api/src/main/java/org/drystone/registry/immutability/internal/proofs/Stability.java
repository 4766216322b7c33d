package org.drystone.registry.immutability.internal.proofs;

/** Whether a field can change once its object is complete. */
public enum Stability {
  /** It is never written again. */
  FIXED,
  /** It is filled once, and nobody can tell when. */
  CACHE,
  /** It is written, or nothing could be shown. */
  CHANGING
}
