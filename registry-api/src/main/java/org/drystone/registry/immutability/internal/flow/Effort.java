package org.drystone.registry.immutability.internal.flow;

import org.drystone.registry.immutability.internal.classfiles.UnprovableException;

/**
 * What the proofs about one class have cost so far. A proof may end early, but never late: beyond
 * the bound nothing more of the class is proven.
 */
public final class Effort {

  /** Some 100 ms. Most classes take a hundredth of it. */
  private static final int MOST_STEPS = 3_000_000;

  private int steps;

  /**
   * Counts steps, each about as long as a look at one instruction.
   *
   * @throws UnprovableException if there were too many, from then on always
   */
  public void spend(int more) {
    if (steps > MOST_STEPS - more) {
      steps = MOST_STEPS;
      throw new UnprovableException("more than " + MOST_STEPS + " steps");
    }
    steps += more;
  }
}
