package org.drystone.registry.immutability;

/**
 * How far a check goes. What is larger is {@link Verdict.Kind#UNDECIDED}: a check never looks at a
 * mere sample.
 *
 * @param nodes how many elements, keys, values and fields are looked at; what can be reached in
 *     several ways is looked at once
 * @param depth how many objects may lie within each other
 */
public record Budget(long nodes, int depth) {

  /** A billion nodes, five million deep: some ten seconds, and some 200 MB. */
  public static final Budget DEFAULT = new Budget(1_000_000_000, 5_000_000);

  /**
   * Takes any positive numbers.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Budget {
    requirePositive("nodes", nodes);
    requirePositive("depth", depth);
  }

  /** This budget, but for so many nodes. */
  public Budget withNodes(long other) {
    return new Budget(other, depth);
  }

  /** This budget, but for such a depth. */
  public Budget withDepth(int other) {
    return new Budget(nodes, other);
  }

  private static void requirePositive(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "A check cannot be limited to "
              + number
              + " "
              + what
              + ": it would decide nothing. Give a positive number");
    }
  }
}
