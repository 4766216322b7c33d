package org.drystone.registry.internal;

import org.drystone.registry.ClosedException;

/** The error of calls that come too late. */
final class Closed {

  private Closed() {}

  static ClosedException hub() {
    return new ClosedException(
        "The registry takes no more calls", "its hub was closed", "Open a new hub");
  }
}
