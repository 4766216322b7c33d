package org.drystone.registry.immutability.internal.ownership;

/** What a use does to the container that an alias leads to. */
enum Effect {
  /** It only looks. */
  READS,
  /** It changes the container. */
  WRITES,
  /** Others may hold the container afterwards, or something unknown happens. */
  LEAKS,
  /** The result is the container, or a view of it. */
  GIVES_CONTAINER,
  /** The result is the set of a map's entries. */
  GIVES_ENTRIES,
  /** The result is a stream of a map's entries. */
  GIVES_ENTRY_STREAM,
  /** The result is an iterator. */
  GIVES_ITERATOR,
  /** The result is an entry. */
  GIVES_ENTRY
}
