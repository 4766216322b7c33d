package org.drystone.registry;

/** The change feed, as the caller may see it. Immutable: filters give a new facet. */
public interface Changes {

  /** Only changes of that name, or of names in that namespace; replaces an earlier filter. */
  Changes of(Scope scope);

  /** Watches from now on. */
  Watch fromNow();

  /**
   * Watches everything after that position, which is exclusive: no change is missed or told twice.
   *
   * @throws InvalidArgumentException if the position is another registry's, or in the future
   * @throws CompactedException if changes after it are no longer kept
   */
  Watch after(Position position);
}
