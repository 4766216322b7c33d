package org.drystone.registry.immutability;

/** Static helpers of a library, which takes them from another class. */
final class Sinks extends SinksBelow {

  private Sinks() {}
}
