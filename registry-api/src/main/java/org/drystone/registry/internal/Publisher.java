package org.drystone.registry.internal;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Change;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.OutcomeUnknownException;
import org.drystone.registry.Publication;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;
import org.jspecify.annotations.Nullable;

/** Publishes for one reader: reserve, freeze, commit. */
final class Publisher {

  private final Core core;
  private final Reader reader;
  private final Conditions conditions;

  Publisher(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.conditions = new Conditions(core, reader);
  }

  <T> Label publish(Key<T> key, T value, Publication publication) {
    return publish(key, value, publication, Fence.NONE);
  }

  /** Publishes only while the fence is open. */
  <T> Label publish(Key<T> key, T value, Publication publication, Fence fence) {
    KeyTypes.requireInstance(key, value);
    conditions.check(key.name(), publication.condition(), core.revision());
    Reservation reservation =
        new Reservation(key.name(), reader.caller(), publication, core.clock.instant(), fence);
    core.reservations.add(reservation);
    try {
      requireStillPossible(reservation);
      return freezeAndCommit(key, value, reservation);
    } finally {
      reservation.finish();
      core.reservations.remove(reservation);
    }
  }

  /** What closes the hub or breaks the condition from now on finds the reservation. */
  private void requireStillPossible(Reservation reservation) {
    conditions.check(reservation.name(), reservation.publication().condition(), core.revision());
    reservation.checkNotCancelled();
  }

  private Label freezeAndCommit(Key<?> key, Object value, Reservation reservation) {
    ValueAdapter<Object, Object> adapter = core.adapters.of(value);
    Admission<Object> admission = freeze(adapter, value, reservation);
    Data<Object, Object> data = new Data<>(adapter, admission.stored());
    boolean needed = false;
    try {
      Type type = KeyTypes.published(key, admission.type());
      Label label = commit(reservation, admission, type, data);
      needed = true;
      return label;
    } catch (OutcomeUnknownException | Error e) {
      needed = true; // the journal may have it
      throw e;
    } finally {
      if (!needed) {
        data.release();
      }
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
      conditions.check(reservation.name(), reservation.publication().condition(), core.revision());
      throw e;
    }
  }

  private Label commit(
      Reservation reservation, Admission<?> admission, Type type, Data<?, ?> data) {
    Name name = reservation.name();
    Publication publication = reservation.publication();
    Label committed =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) -> {
              conditions.check(name, publication.condition(), before);
              reservation.checkNotCancelled();
              EntryState state = core.entries.find(name, before);
              long number = core.entries.nextNumber(name, before);
              Label label =
                  label(reservation, admission, type, latest(state), number)
                      .revision(revision)
                      .publishedAt(time)
                      .build();
              return new Commits.Plan<>(
                  List.of(new Change.Published(label)),
                  () -> apply(label, type, data, state == null),
                  label);
            });
    core.reservations.cancelIf(
        name,
        other -> other != reservation && hopeless(other, committed),
        "the condition no longer holds since " + committed.id() + " was published");
    return committed;
  }

  private void apply(Label label, Type type, Data<?, ?> data, boolean first) {
    core.entries.append(new Version(label, type, data));
    if (first) {
      core.rights.set(label.name(), label.publisher(), Right.OWN, label.revision());
    }
  }

  private static boolean hopeless(Reservation other, Label latest) {
    return !Conditions.holds(other.publication().condition(), latest);
  }

  private static @Nullable Label latest(@Nullable EntryState state) {
    return state == null ? null : state.latest().label();
  }

  private Label.Builder label(
      Reservation reservation,
      Admission<?> admission,
      Type type,
      @Nullable Label latest,
      long number) {
    Publication publication = reservation.publication();
    Set<VersionId> parents = new LinkedHashSet<>(admission.parents());
    parents.addAll(publication.parents());
    Label.Builder label = Label.builder();
    label
        .id(new VersionId(reservation.name(), number))
        .previous(latest == null ? OptionalLong.empty() : OptionalLong.of(latest.version()))
        .publisher(reader.caller().user())
        .type(type.getTypeName())
        .guarantee(admission.guarantee())
        .evidence(admission.evidence())
        .description(publication.description())
        .tags(publication.tags())
        .properties(publication.properties())
        .links(publication.links())
        .madeBy(publication.madeBy())
        .details(admission.details())
        .columns(admission.columns())
        .bytes(admission.bytes())
        .parents(parents);
    return label;
  }
}
