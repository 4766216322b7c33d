package org.drystone.registry.immutability;

import java.lang.invoke.MethodHandles;

/** Lends everybody the right to look up its private members; so it has no nest mates. */
final class LentLookup {

  private final String text = "a";
  private int n;

  LentLookup(int n) {
    this.n = n;
  }

  static MethodHandles.Lookup lookup() {
    return MethodHandles.lookup();
  }

  @Override
  public String toString() {
    return text + n;
  }
}
