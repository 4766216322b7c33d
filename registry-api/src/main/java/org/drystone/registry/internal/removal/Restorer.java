package org.drystone.registry.internal.removal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Ref;
import org.drystone.registry.Restorable;
import org.drystone.registry.Right;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.entries.Trash;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Lives;
import org.drystone.registry.internal.reading.NotFound;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/** Restores what was removed, for one reader. */
public final class Restorer {
  private final Core core;
  private final Reader reader;
  private final Lives lives;
  private final NotFound notFound;
  private final Resolver resolver;

  public Restorer(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.lives = new Lives(core, reader);
    this.notFound = new NotFound(core, reader);
    this.resolver = new Resolver(core, reader);
  }

  /** What the reader may restore now, in the order of names and numbers. */
  List<Restorable> list() {
    Instant time = core.clock.instant();
    return core.present(
        revision ->
            core.trash.at(time).stream()
                .filter(item -> item.removal().revision() <= revision && owned(item, revision))
                .map(item -> restorable(item, revision))
                .toList());
  }

  public Label restore(VersionId id) {
    return restore(id.ref(), (state, moment) -> List.of(require(id, state, moment))).get(0);
  }

  public List<Label> restore(Name name) {
    return restore(Key.of(name, Object.class), (state, moment) -> requireAll(name, state, moment));
  }

  /** Chooses, under the commit lock, what is restored: at least one version. */
  @FunctionalInterface
  private interface Choice {
    List<Trash.Item> of(EntryState state, Moment moment);
  }

  private List<Label> restore(Ref<?> ref, Choice choice) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          EntryState state = core.entries.past(ref.name(), before);
          if (state == null) {
            throw notFound.of(ref, before);
          }
          Moment moment = new Moment(before, revision, time);
          List<Trash.Item> items = choice.of(state, moment);
          items.forEach(item -> requireData(item.version()));
          return new Restoring(core, ref.name(), state, items, moment)
              .plan(label -> resolver.shown(label, before));
        });
  }

  private Trash.Item require(VersionId id, EntryState state, Moment moment) {
    Trash.Item item = core.trash.find(id, moment.time());
    if (item == null || !mayKnow(item, moment.before())) {
      throw notFound.of(id.ref(), moment.before());
    }
    requireOwned(id.name(), item, state, moment.before());
    return item;
  }

  private List<Trash.Item> requireAll(Name name, EntryState state, Moment moment) {
    Tombstone end = state.end();
    List<Trash.Item> items =
        core.trash.of(name, moment.time()).stream()
            .filter(item -> item.removal().is(end) && mayKnow(item, moment.before()))
            .toList();
    if (state.lives() && core.canRead(reader, name, moment.before())) {
      throw conflict(name, state);
    }
    if (items.isEmpty()) {
      throw notFound.of(Key.of(name, Object.class), moment.before());
    }
    requireOwned(name, items.get(0), state, moment.before());
    return items;
  }

  private boolean mayKnow(Trash.Item item, long revision) {
    return lives.allow(item.id().name(), Right.READ, item.version().revision(), revision);
  }

  private boolean owned(Trash.Item item, long revision) {
    EntryState state = core.entries.past(item.id().name(), revision);
    return state != null && owned(item.id().name(), item, state, revision);
  }

  /** Who restores must have owned what was removed, and own what is there under its name now. */
  private boolean owned(Name name, Trash.Item item, EntryState state, long revision) {
    return lives.allow(name, Right.OWN, item.version().revision(), revision)
        && (!state.lives() || core.rights.allows(reader, name, Right.OWN, revision));
  }

  private void requireOwned(Name name, Trash.Item item, EntryState state, long revision) {
    if (!owned(name, item, state, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not restore versions of " + name,
          "that needs OWN on it",
          "Ask an owner");
    }
  }

  private void requireData(Version version) {
    for (VersionId id : version.needs()) {
      EntryState state = core.entries.past(id.name(), Long.MAX_VALUE);
      Version needed = state == null ? null : state.versions().find(id.number());
      if (isGone(needed)) {
        throw new UnavailableException(
            version.id() + " was not restored",
            "it is computed from " + id + ", whose data is gone",
            "Compute it again");
      }
    }
  }

  private static boolean isGone(@Nullable Version needed) {
    return needed == null || needed.isReleased();
  }

  private static ConflictException conflict(Name name, EntryState state) {
    Label latest = state.latest().label();
    return new ConflictException(
        name + " was not restored",
        latest.id() + " is there now, by " + latest.publisher() + " since " + latest.publishedAt(),
        "Restore the versions that you need one by one");
  }

  private Restorable restorable(Trash.Item item, long revision) {
    Tombstone removal = item.removal();
    return new Restorable(
        resolver.shown(item.version().label(), revision),
        removal.author(),
        removal.time(),
        removal.reason(),
        Objects.requireNonNull(item.until()));
  }
}
