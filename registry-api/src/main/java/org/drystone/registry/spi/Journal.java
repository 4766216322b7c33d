package org.drystone.registry.spi;

import java.io.IOException;
import org.drystone.registry.Commit;

/** Where commits are written before anybody sees them. Called by one thread at a time, in order. */
@FunctionalInterface
public interface Journal {

  /** The journal of a registry in memory: it keeps nothing. */
  static Journal none() {
    return commit -> {};
  }

  /**
   * Appends one commit. When this returns, the commit is kept; it becomes visible next.
   *
   * @throws IOException if it is not known to be kept: the registry then takes no more changes
   */
  void append(Commit commit) throws IOException;
}
