package org.drystone.registry.internal.publishing;

import java.util.Optional;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Label;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.underway.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * Commits a value only if it differs from the present one. They are compared by code of users,
 * hence under no lock, and again if another version is there by then.
 */
final class ChangedOnly {
  private final Core core;
  private final Committer committer;

  ChangedOnly(Core core, Committer committer) {
    this.core = core;
    this.committer = committer;
  }

  Label commit(Reservation reservation, Frozen frozen) {
    while (true) {
      Version present = present(reservation);
      Optional<Label> label =
          present != null && frozen.isSameAs(present)
              ? committer.confirm(reservation, present)
              : committer.commitAfter(reservation, frozen, present);
      if (label.isPresent()) {
        return label.get();
      }
      requireNotInterrupted(reservation);
    }
  }

  private @Nullable Version present(Reservation reservation) {
    return core.present(
            revision -> Optional.ofNullable(core.entries.find(reservation.name(), revision)))
        .map(EntryState::latest)
        .orElse(null);
  }

  private static void requireNotInterrupted(Reservation reservation) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException(
          "The publication of " + reservation.name() + " was cancelled",
          "the thread was interrupted",
          "Nothing was published; publish again");
    }
  }
}
