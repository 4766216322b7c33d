package org.drystone.registry.immutability.internal.fingerprints;

/** Mixes hashes, so that a small change anywhere changes about half of the bits. */
final class Mix {

  private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

  private Mix() {}

  /** The finalizer of SplitMix64. */
  static long of(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /** Takes one more value in; the order counts. */
  static long ordered(long sum, long value) {
    return of(sum * ODD + value);
  }
}
