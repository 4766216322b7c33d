package org.drystone.registry;

import java.time.Duration;

/**
 * Which versions of a name are kept: the last ones by number, and those that are young. What one
 * rule keeps stays, whatever the other says.
 *
 * @param last how many of the highest versions; at least 1, since the latest always stays
 * @param age versions that are younger than that
 */
public record Retention(int last, Duration age) {

  /**
   * Checks the ranges.
   *
   * @throws InvalidArgumentException if fewer than one version is kept, or the age is negative
   */
  public Retention {
    if (last < 1 || age.isNegative()) {
      throw new InvalidArgumentException(
          "The last " + last + " versions and those younger than " + age + " cannot be kept",
          "the latest always stays, and no version is of the future",
          "Keep at least one version, and a time of zero or more");
    }
  }

  /** Keeps that many of the highest versions; as the constructor. */
  public static Retention keepingLast(int versions) {
    return new Retention(versions, Duration.ZERO);
  }

  /** Keeps what is younger than that, and the latest; as the constructor. */
  public static Retention keepingYoungerThan(Duration age) {
    return new Retention(1, age);
  }

  /** Keeps what is younger than that, too. */
  public Retention andYoungerThan(Duration age) {
    return new Retention(last, age);
  }
}
