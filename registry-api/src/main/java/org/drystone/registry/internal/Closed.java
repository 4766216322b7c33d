package org.drystone.registry.internal;

import org.drystone.registry.ClosedException;

/** The errors of things that were closed. */
final class Closed {

  private Closed() {}

  static ClosedException hub() {
    return new ClosedException(
        "The registry takes no more calls", "its hub was closed", "Open a new hub");
  }

  static ClosedException watch() {
    return new ClosedException(
        "The watch gives no more changes",
        "it was closed",
        "Open a new watch after the position of this one");
  }

  static ClosedException hold() {
    return new ClosedException(
        "The value cannot be taken from this hold", "it was closed", "Read or hold it again");
  }
}
