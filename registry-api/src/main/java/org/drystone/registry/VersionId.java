package org.drystone.registry;

/** The identity of one version: never reused, also not after removal. */
public record VersionId(Name name, long number) {

  /**
   * Checks the number.
   *
   * @throws InvalidArgumentException if the number is not positive
   */
  public VersionId {
    requirePositive(number);
  }

  /** A reference to this version, for any type. */
  public VersionRef<Object> ref() {
    return Key.of(name, Object.class).version(number);
  }

  static void requirePositive(long number) {
    if (number < 1) {
      throw new InvalidArgumentException(
          "There is no version " + number, "versions count from 1", "Use a positive number");
    }
  }

  /** The canonical text, {@code namespace/name:v3}. */
  @Override
  public String toString() {
    return name + ":v" + number;
  }
}
