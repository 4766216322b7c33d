package org.drystone.registry.internal.publishing;

import java.lang.reflect.Type;
import java.util.Optional;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.OutcomeUnknownException;
import org.drystone.registry.Publication;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.data.KeyTypes;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.underway.Fence;
import org.drystone.registry.internal.underway.Reservation;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;

/** Publishes for one reader: reserve, freeze, commit. */
public final class Publisher {

  private final Core core;
  private final Reader reader;
  private final Conditions conditions;
  private final Quota quota;
  private final Committer committer;
  private final ChangedOnly changedOnly;

  public Publisher(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.conditions = new Conditions(core, reader);
    this.quota = new Quota(core, reader);
    this.committer = new Committer(core, reader, conditions, quota);
    this.changedOnly = new ChangedOnly(core, committer);
  }

  public <T> Label publish(Key<T> key, T value, Publication publication) {
    return publish(key, value, publication, Fence.NONE);
  }

  /** Publishes only while the fence is open. */
  public <T> Label publish(Key<T> key, T value, Publication publication, Fence fence) {
    KeyTypes.requireInstance(key, value);
    reader.requireLifetime(publication);
    Optional<Label> known =
        core.present(
            revision -> {
              conditions.requirePermission(key.name(), revision);
              return known(key.name(), publication);
            });
    return known.isPresent() ? known.get() : reserve(key, value, publication, fence);
  }

  private <T> Label reserve(Key<T> key, T value, Publication publication, Fence fence) {
    Name name = key.name();
    try {
      Reservation.Basis basis =
          core.present(
              revision ->
                  new Reservation.Basis(
                      revision, conditions.check(name, publication.condition(), revision)));
      Reservation reservation =
          new Reservation(name, reader.caller(), publication, core.clock.instant(), fence, basis);
      return quota.freezing(() -> reserved(key, value, reservation));
    } catch (ConflictException | CancelledException e) {
      // The same request may have been the one that was faster.
      return known(name, publication).orElseThrow(() -> e);
    }
  }

  private Label reserved(Key<?> key, Object value, Reservation reservation) {
    core.reservations.add(reservation);
    try {
      requireStillPossible(reservation);
      return freezeAndCommit(key, value, reservation);
    } finally {
      reservation.finish();
      core.reservations.remove(reservation);
    }
  }

  private Optional<Label> known(Name name, Publication publication) {
    return core.answers.find(reader.caller().user(), publication.requestId(), name);
  }

  /** What closes the hub or breaks the condition from now on finds the reservation. */
  private void requireStillPossible(Reservation reservation) {
    recheck(reservation);
    try {
      reservation.checkNotCancelled();
    } catch (CancelledException e) {
      recheck(reservation); // the condition may have been broken in between: say that
      throw e;
    }
  }

  private void recheck(Reservation reservation) {
    core.present(
        revision -> {
          conditions.recheck(reservation, revision);
          return reservation;
        });
  }

  private Label freezeAndCommit(Key<?> key, Object value, Reservation reservation) {
    ValueAdapter<Object, Object> adapter = core.adapters.of(value);
    Admission<Object> admission = freeze(adapter, value, reservation);
    Frozen frozen = new Frozen(adapter, admission, type(key, adapter, admission));
    boolean outcomeKnown = true;
    try {
      return reservation.publication().repetition() == Publication.Repetition.DROPPED
          ? changedOnly.commit(reservation, frozen)
          : committer.commit(reservation, frozen);
    } catch (OutcomeUnknownException | Error e) {
      outcomeKnown = false; // the journal may have it
      throw e;
    } finally {
      if (outcomeKnown) {
        frozen.releaseUnlessKept();
      }
    }
  }

  /** The type under which it can be read; what does not fit the key is released. */
  private static Type type(
      Key<?> key, ValueAdapter<Object, Object> adapter, Admission<Object> admission) {
    try {
      return KeyTypes.published(key, admission.type());
    } catch (RuntimeException e) {
      adapter.release(admission.stored());
      throw e;
    }
  }

  private Admission<Object> freeze(
      ValueAdapter<Object, Object> adapter, Object value, Reservation reservation) {
    try {
      return adapter.admit(value, reservation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          "The publication of " + reservation.name() + " was cancelled",
          "the thread was interrupted",
          "Nothing was published; publish again");
    } catch (CancelledException e) {
      // The publisher is better served by what made the work pointless than by the cancellation.
      requireStillPossible(reservation);
      throw e;
    }
  }
}
