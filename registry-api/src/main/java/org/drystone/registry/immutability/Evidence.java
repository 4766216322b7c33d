package org.drystone.registry.immutability;

import java.util.Optional;

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

  private final Optional<Evidence> given = Optional.of(this);

  /** The same, as verdicts carry it. */
  Optional<Evidence> given() {
    return given;
  }
}
