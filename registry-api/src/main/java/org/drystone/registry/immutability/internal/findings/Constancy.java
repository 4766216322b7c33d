package org.drystone.registry.immutability.internal.findings;

import org.drystone.registry.immutability.Evidence;

/** Why a field always holds what it was given, as far as anybody can tell. */
public enum Constancy {
  /** It is final. */
  FINAL(Evidence.PROVEN),
  /** Nothing writes it once its object is complete. */
  NEVER_WRITTEN(Evidence.PROVEN),
  /** It is filled lazily, and nobody can tell when. */
  CACHE(Evidence.CACHES),
  /** It is an array that is filled lazily, and nobody can tell when. */
  TABLE(Evidence.CACHES),
  /** The author of the class declares it. */
  WAIVED(Evidence.DECLARED);

  private final Evidence evidence;

  Constancy(Evidence evidence) {
    this.evidence = evidence;
  }

  public Evidence evidence() {
    return evidence;
  }
}
