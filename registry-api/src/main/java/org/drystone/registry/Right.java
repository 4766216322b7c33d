package org.drystone.registry;

/** What a principal may do with a scope; each right includes those before it. */
public enum Right {
  /** See and read. */
  READ,
  /** Publish: new versions of a name, new names in a namespace. */
  WRITE,
  /** Give and take rights. */
  OWN;

  /** Whether this right is the other one, or includes it. */
  public boolean includes(Right other) {
    return compareTo(other) >= 0;
  }
}
