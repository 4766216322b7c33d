package org.drystone.registry.internal.underway;

import org.jspecify.annotations.Nullable;

/** What a publication must not outlive. Asked at reserve and, under the commit lock, at commit. */
@FunctionalInterface
public interface Fence {

  /** The fence of who publishes freely. */
  Fence NONE = () -> null;

  /** Why nothing may be published any more, as a clause; null if it still may. */
  @Nullable String closedBecause();
}
