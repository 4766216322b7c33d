package org.drystone.registry.immutability.bytecode;

/** Whose method is called. */
enum Receiver {
  /** That of an object of the exact class in question. */
  EXACT,
  /** That of any object. */
  ANY
}
