package org.drystone.examples.embedded;

import java.time.Instant;
import java.util.Optional;
import org.drystone.registry.AliasTarget;
import org.drystone.registry.Label;
import org.drystone.registry.Registry;
import org.drystone.registry.VersionId;

/** Decides which model answers. */
public final class ReleaseDesk {

  private final Registry registry;

  ReleaseDesk(Registry registry) {
    this.registry = registry;
  }

  /** Releases what was trained last. */
  public Label release() {
    Label candidate = registry.describe(Shared.MODEL.alias(Shared.CANDIDATE));
    registry.aliases().set(Shared.RELEASED, candidate.id());
    return candidate;
  }

  /**
   * Releases a model in the place of another.
   *
   * @throws org.drystone.registry.ConflictException if somebody was faster
   */
  public void replace(VersionId before, VersionId after) {
    registry.aliases().move(Shared.RELEASED, before, after);
  }

  /** Takes the last release back, and tells which model answers now. */
  public VersionId rollBack() {
    AliasTarget before = registry.aliases().rollback(Shared.RELEASED);
    return before.version();
  }

  /** Which model answered at that time, if one did. */
  public Optional<VersionId> releasedAt(Instant time) {
    return registry.aliases().asOf(Shared.RELEASED, time);
  }
}
