package org.drystone.registry.immutability;

/** How the walk sees what is in an object. */
enum Reading {
  /** There is nothing to see. */
  NOTHING,
  /** Field by field; the objects' own methods are not asked, since they can lie. */
  FIELDS,
  /** A known iterable, through its iterator. */
  ELEMENTS,
  /** A known map, through its entry set. */
  ENTRIES,
  /** A known type, through what some of its methods without parameters answer. */
  ANSWERS,
  /** A known type, through the elements of what some of its methods answer. */
  LISTS,
  /** A known type with an {@code iterator()} that is not the JDK's. */
  ITERATION,
  /** A {@link java.util.Optional}, through what is in it. */
  OPTIONAL,
  /** A proxy, through its invocation handler. */
  HANDLER
}
