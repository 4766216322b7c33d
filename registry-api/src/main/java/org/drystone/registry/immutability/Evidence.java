package org.drystone.registry.immutability;

/**
 * Why an object is believed to be immutable; strongest first. A verdict reports its weakest link.
 */
public enum Evidence {
  /** Follows from the code of the classes. */
  PROVEN,
  /** A class is on the list that Drystone ships. */
  KNOWN,
  /** A class fills fields lazily in a way that no reader can observe. */
  CACHES,
  /** An annotation says so. */
  DECLARED,
  /** The user said so. */
  OVERRIDE;

  Evidence orWeaker(Evidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
