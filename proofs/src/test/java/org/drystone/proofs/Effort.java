package org.drystone.proofs;

/** How hard to try: 1 in each build, more in the profile {@code proofs}. */
final class Effort {

  private static final int FACTOR = Integer.getInteger("proofs.effort", 1);

  private Effort() {}

  static int times(int count) {
    return Math.multiplyExact(count, FACTOR);
  }
}
