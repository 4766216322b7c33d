package org.drystone.registry.immutability.internal.findings;

/** Who else can reach the array or collection in a field. */
public enum Custody {
  /** Others may hold it. */
  SHARED,
  /** It is proven that only the object itself holds it, and that it never changes it. */
  OWNED
}
