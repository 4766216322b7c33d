package org.drystone.registry;

import java.util.Objects;

/**
 * A second line of defence, for versions of which it is only believed that they do not change: the
 * hub sums up what they hold when they are published, and compares on one read in so many.
 *
 * <p>A read that finds a version changed fails with {@link MutatedException}, and so does every
 * later read of that version, whatever it asks for; its label can still be described and listed.
 * {@link org.drystone.registry.spi.RegistryListener#mutated} is told once. A hold is compared when
 * it is taken, not while it is open. What an engine's adapter freezes has no fingerprint. Where an
 * object cannot be read to its end, there is none either; the label tells under {@link #DETAIL}.
 *
 * <p>Fields that are proven to be caches do not count, nor does the order of hash tables. A class
 * that fills a field lazily without such a proof may be taken to have changed: declare or trust it
 * and cover {@link Coverage#FORCED} only.
 *
 * @param every one read of a version in how many is compared; the comparing read takes as long as
 *     reading all of the object
 * @param coverage which versions
 * @param maxParts how many references and values an object may consist of
 */
public record Fingerprints(int every, Coverage coverage, long maxParts) {

  /** The name of the detail in a label that tells whether there is a fingerprint. */
  public static final String DETAIL = "fingerprint";

  private static final long MAX_PARTS = 1_000_000;

  /** Which versions have a fingerprint, among those of plain objects. */
  public enum Coverage {
    /** Those published {@link Publication#evenIfMutable}. */
    FORCED,
    /** Those, and what is immutable by somebody's word: an annotation's, or the operator's. */
    BELIEVED,
    /** Every one, also what is proven: a test of the proofs. */
    ALL
  }

  /**
   * Checks the settings.
   *
   * @throws InvalidArgumentException if a number is not positive
   */
  public Fingerprints {
    requirePositive("one read in " + every, every);
    requirePositive("at most " + maxParts + " parts", maxParts);
    Objects.requireNonNull(coverage, "coverage");
  }

  /**
   * Compares each n-th read of versions that are {@link Coverage#BELIEVED} immutable, of up to
   * 1,000,000 parts.
   *
   * @throws InvalidArgumentException if it is not positive
   */
  public static Fingerprints oneReadIn(int reads) {
    return new Fingerprints(reads, Coverage.BELIEVED, MAX_PARTS);
  }

  /** The same for these versions. */
  public Fingerprints covering(Coverage versions) {
    return new Fingerprints(every, versions, maxParts);
  }

  /**
   * The same for objects of up to that many parts.
   *
   * @throws InvalidArgumentException if it is not positive
   */
  public Fingerprints upTo(long parts) {
    return new Fingerprints(every, coverage, parts);
  }

  private static void requirePositive(String what, long number) {
    if (number < 1) {
      throw new InvalidArgumentException(
          "A hub cannot compare the fingerprints of " + what,
          "that is less than one",
          "Give a positive number, or no fingerprints at all");
    }
  }
}
