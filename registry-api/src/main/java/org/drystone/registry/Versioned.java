package org.drystone.registry;

import java.util.Optional;

/**
 * A value with the label of its version, read at one revision.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param label what is known of it
 * @param deprecation the word against using it, if there is one
 */
public record Versioned<T>(T value, Label label, Optional<Deprecation> deprecation) {

  /** A value that nothing was said against. */
  public Versioned(T value, Label label) {
    this(value, label, Optional.empty());
  }
}
