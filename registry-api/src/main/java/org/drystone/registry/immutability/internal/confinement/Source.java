package org.drystone.registry.immutability.internal.confinement;

/** What a value may be, as far as a {@link Confinement} tells values apart. */
sealed interface Source permits Part, Source.Known {

  /** All that is no part. */
  enum Known implements Source {
    /** Anything that others may know as well, or a number. */
    OUTSIDE,
    /** Null. */
    NULL,
    /** The number 1. */
    ONE,
    /** The number 0. */
    ZERO
  }
}
