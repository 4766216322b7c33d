package org.drystone.registry.immutability;

/** To be defined again as a hidden class. */
final class HiddenCell {

  private int n = 1;

  int n() {
    return n;
  }
}
