package org.drystone.registry.immutability.internal.findings;

/** How the walk sees what is in an object. */
public enum Reading {
  /** There is nothing to see. */
  NOTHING("nothing"),
  /** Field by field; the objects' own methods are not asked, since they can lie. */
  FIELDS("its fields"),
  /** A known iterable, through its iterator. */
  ELEMENTS("its elements"),
  /** A known map, through its entry set. */
  ENTRIES("its keys and values"),
  /** A known type, through what some of its methods without parameters answer. */
  ANSWERS("what its methods give"),
  /** A known type, through the elements of what some of its methods answer. */
  LISTS("what its methods give"),
  /** A known type with an {@code iterator()} that is not the JDK's. */
  ITERATION("its elements"),
  /** The same, as soon as nothing of it is left to be computed. */
  FORCED("its elements, once all are computed"),
  /** An unmodifiable view of the JDK's, through itself, if it shows what cannot change. */
  SHOWN("what it shows, which is only looked at if it is one of the JDK's immutable collections"),
  /** A {@link java.util.Optional}, through what is in it. */
  OPTIONAL("what is in it"),
  /** A proxy, through its invocation handler. */
  HANDLER("its invocation handler");

  private final String shown;

  Reading(String shown) {
    this.shown = shown;
  }

  /** What is seen, for people. */
  public String shown() {
    return shown;
  }
}
