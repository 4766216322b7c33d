package org.drystone.registry.immutability.internal.flow;

import java.util.Optional;

/**
 * The call through which one came into a method that others may call as well.
 *
 * @param outer how one came to the call itself
 */
public record Site(MethodFlow caller, int index, Optional<Site> outer) {

  /** Whoever calls so deep is not followed. */
  private static final int DEPTH = 4;

  /** Empty if that leads too deep. */
  public static Optional<Site> of(Use call, Optional<Site> outer) {
    return outer.map(Site::depth).orElse(0) < DEPTH
        ? Optional.of(new Site(call.flow(), call.index(), outer))
        : Optional.empty();
  }

  private int depth() {
    return 1 + outer.map(Site::depth).orElse(0);
  }
}
