package org.drystone.registry.internal.log;

import org.drystone.registry.ClosedException;

/** The error of calls that come too late. */
public final class Closed {

  private Closed() {}

  public static ClosedException hub() {
    return new ClosedException(
        "The registry takes no more calls", "its hub was closed", "Open a new hub");
  }
}
