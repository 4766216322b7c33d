package org.drystone.registry.immutability;

/** A helper of others, with a state of its own. */
final class Numbers {

  private static int last;

  private Numbers() {}

  static int next() {
    return ++last;
  }
}
