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
  GIVES_ENTRY,
  /** The result shows the keys of a map. */
  GIVES_KEYS,
  /** The result is a container that is in it. */
  GIVES_ELEMENT,
  /** The result is a stream of the containers in it. */
  GIVES_ELEMENT_STREAM,
  /** It takes a container out, which is the result. */
  TAKES_ELEMENT,
  /** It puts a container in; the result may be another one that was, or is, in it. */
  FILLS
}
