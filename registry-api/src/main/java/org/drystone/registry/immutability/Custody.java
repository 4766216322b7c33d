package org.drystone.registry.immutability;

/** Who else can reach the array or collection in a field. */
enum Custody {
  /** Others may hold it. */
  SHARED,
  /** It is proven that only the object itself holds it, and that it never changes it. */
  OWNED
}
