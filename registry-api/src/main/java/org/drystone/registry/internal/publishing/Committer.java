package org.drystone.registry.internal.publishing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Publication;
import org.drystone.registry.Right;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.aliases.AliasMoves;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.underway.Reservation;
import org.drystone.registry.spi.Admission;
import org.jspecify.annotations.Nullable;

/** Commits what was frozen for one reader, if right and condition still hold. */
final class Committer {
  private final Core core;
  private final Reader reader;
  private final Conditions conditions;
  private final Quota quota;
  private final AliasMoves aliasMoves;

  Committer(Core core, Reader reader, Conditions conditions, Quota quota) {
    this.core = core;
    this.reader = reader;
    this.conditions = conditions;
    this.quota = quota;
    this.aliasMoves = new AliasMoves(core, reader);
  }

  /** Commits, or gives what came of the same request before. */
  Label commit(Reservation reservation, Frozen frozen) {
    Label committed =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) ->
                plan(reservation, frozen, new Moment(before, revision, time)));
    cancelHopeless(reservation, frozen, committed);
    return committed;
  }

  /** As {@link #commit}, but only if that is still the latest version; otherwise empty. */
  Optional<Label> commitAfter(Reservation reservation, Frozen frozen, @Nullable Version expected) {
    Optional<Label> committed =
        core.commits.commit(
            reader.caller().user(),
            (before, revision, time) -> {
              if (latest(reservation, before) != expected) {
                return Commits.Plan.nothing(known(reservation));
              }
              return plan(reservation, frozen, new Moment(before, revision, time)).as(Optional::of);
            });
    committed.ifPresent(label -> cancelHopeless(reservation, frozen, label));
    return committed;
  }

  /** The label of that version, if it is still the latest and could be followed by another. */
  Optional<Label> confirm(Reservation reservation, Version expected) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          Optional<Label> known = known(reservation);
          if (known.isPresent() || latest(reservation, before) != expected) {
            return Commits.Plan.nothing(known);
          }
          conditions.recheck(reservation, before);
          reservation.checkNotCancelled();
          return confirmed(reservation, expected.label(), new Moment(before, revision, time))
              .as(Optional::of);
        });
  }

  /** Nothing is published, but the aliases of the publication point there from now on. */
  private Commits.Plan<Label> confirmed(Reservation reservation, Label label, Moment moment) {
    EntryState state = core.entries.find(label.name(), moment.before());
    Set<Alias> moved = AliasMoves.elsewhere(reservation.publication().aliases(), state, label);
    if (moved.isEmpty()) {
      remember(reservation, label, moment.before());
      return Commits.Plan.nothing(label);
    }
    return new Commits.Plan<>(
        AliasMoves.changes(label.name(), moved, state, label.version()),
        () -> {
          aliasMoves.apply(label.name(), moved, label.version(), moment.revision(), moment.time());
          remember(reservation, label, moment.revision());
        },
        label);
  }

  private void cancelHopeless(Reservation reservation, Frozen frozen, Label committed) {
    if (frozen.isKept()) {
      core.reservations.cancelIf(
          reservation.name(),
          other -> other != reservation && hopeless(other, committed),
          "the condition no longer holds since " + committed.id() + " was published");
    }
  }

  private Commits.Plan<Label> plan(Reservation reservation, Frozen frozen, Moment moment) {
    Optional<Label> known = known(reservation);
    if (known.isPresent()) {
      return Commits.Plan.nothing(known.get());
    }
    conditions.recheck(reservation, moment.before());
    reservation.checkNotCancelled();
    quota.requireRoom(frozen.admission().bytes().orElse(0), moment.before());
    EntryState state = core.entries.find(reservation.name(), moment.before());
    List<Version> needed = needed(frozen.admission(), moment.before());
    Label label = label(reservation, frozen, state, moment);
    Version version = frozen.version(label, needed);
    Set<Alias> aliases = reservation.publication().aliases();
    List<Change> changes = new ArrayList<>(List.of(new Change.Published(label)));
    changes.addAll(AliasMoves.changes(label.name(), aliases, state, label.version()));
    return new Commits.Plan<>(
        changes,
        () -> {
          apply(version, aliases);
          frozen.keep();
          remember(reservation, label, moment.revision());
        },
        label);
  }

  private Optional<Label> known(Reservation reservation) {
    return core.answers.find(
        reader.caller().user(), reservation.publication().requestId(), reservation.name());
  }

  private void remember(Reservation reservation, Label label, long revision) {
    core.answers.remember(
        reader.caller().user(), reservation.publication().requestId(), label, revision);
  }

  private @Nullable Version latest(Reservation reservation, long revision) {
    EntryState state = core.entries.find(reservation.name(), revision);
    return state == null ? null : state.latest();
  }

  private void apply(Version version, Set<Alias> aliases) {
    version.keepNeeded();
    core.needs.add(version);
    core.entries.append(version);
    Label label = version.label();
    aliasMoves.apply(label.name(), aliases, label.version(), label.revision(), label.publishedAt());
    label
        .lifetime()
        .ifPresent(lifetime -> core.leases.add(label.id(), label.publisher(), lifetime));
    if (label.previous().isEmpty()) {
      core.requests.granted(label.name(), Map.of(label.publisher(), Right.OWN), label.revision());
    }
  }

  /** What the new version is computed from must not have been removed while it was frozen. */
  private List<Version> needed(Admission<?> admission, long before) {
    List<Version> needed = new ArrayList<>();
    for (VersionId id : admission.needs()) {
      EntryState state = core.entries.find(id.name(), before);
      Version version = state == null ? null : state.versions().find(id.number(), before);
      if (version == null) {
        throw new UnavailableException(
            "The value was not published",
            "it is computed from " + id + ", which was removed meanwhile",
            "Compute it from a version that is there");
      }
      needed.add(version);
    }
    return needed;
  }

  /** A later one looked at what this commit left, or at what followed it. */
  private static boolean hopeless(Reservation other, Label committed) {
    return other.isBefore(committed.revision())
        && !Conditions.holds(other.publication().condition(), committed);
  }

  private Label label(
      Reservation reservation, Frozen frozen, @Nullable EntryState state, Moment moment) {
    Name name = reservation.name();
    Publication publication = reservation.publication();
    Admission<?> admission = frozen.admission();
    Set<VersionId> parents = new LinkedHashSet<>(admission.parents());
    parents.addAll(publication.parents());
    Label.Builder label = Label.builder();
    label
        .id(new VersionId(name, core.entries.nextNumber(name, moment.before())))
        .revision(moment.revision())
        .publishedAt(moment.time())
        .previous(previous(state))
        .publisher(reader.caller().user())
        .type(frozen.type().getTypeName())
        .guarantee(admission.guarantee())
        .evidence(admission.evidence())
        .description(publication.description())
        .tags(publication.tags())
        .properties(publication.properties())
        .links(publication.links())
        .madeBy(publication.madeBy())
        .lifetime(reader.lifetime(publication))
        .details(admission.details())
        .columns(admission.columns())
        .bytes(admission.bytes())
        .contentId(admission.contentId())
        .parents(parents);
    return label.build();
  }

  private static OptionalLong previous(@Nullable EntryState state) {
    return state == null ? OptionalLong.empty() : OptionalLong.of(state.latest().number());
  }
}
