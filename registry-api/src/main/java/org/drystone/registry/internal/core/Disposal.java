package org.drystone.registry.internal.core;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Name;
import org.drystone.registry.internal.data.Data;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.entries.Trash;
import org.drystone.registry.internal.entries.Version;

/** Frees what was removed once its trash time is over, and forgets the names that are left. */
public final class Disposal {
  private final Core core;

  /**
   * What a hold still keeps. Nothing else knows it, so it is released with the hub at the latest.
   */
  private final Set<Data> held = ConcurrentHashMap.newKeySet();

  /** Whether the housekeeper will look into the trash: what is due first was put there first. */
  private final AtomicBoolean awaited = new AtomicBoolean();

  Disposal(Core core) {
    this.core = core;
  }

  /** Called when something was put into the trash; under no lock. */
  public void emptyTrashAt(Instant due) {
    if (awaited.compareAndSet(false, true)) {
      core.housekeeper.at(due, this::emptyTrash);
    }
  }

  /** Gives back the registry's share of all that is due; under no lock. */
  void emptyTrash() {
    awaited.set(false);
    Instant now = core.clock.instant();
    Collection<Trash.Item> emptied = core.commits.exclusively(() -> takeDue(now));
    emptied.forEach(this::free);
    held.removeIf(Data::isReleased);
  }

  /** Releases what holds still keep: the hub closes. */
  void releaseAll(String reason) {
    held.forEach(data -> data.release(reason));
  }

  /** Called by the committing thread when the last version of a name was removed. */
  public void buryWhenPast(Name name, Tombstone end) {
    core.history.add(new Burial(this, name, end));
  }

  /** A name that has no version, nothing in the trash, and no revision that knew it, goes. */
  void bury(Name name, Tombstone end) {
    EntryState state = core.entries.past(name, Long.MAX_VALUE);
    if (state != null && end.is(state.end()) && !core.trash.holds(name)) {
      core.log.forget(name, state.lastPublished(Long.MAX_VALUE));
      core.entries.forget(name, state.lastNumber());
      core.aliasTrails.forget(name);
      core.aliasGuards.forget(name);
      core.deprecations.forget(name);
      core.rules.forget(name);
    }
  }

  private Collection<Trash.Item> takeDue(Instant now) {
    Collection<Trash.Item> emptied = core.trash.empty(now);
    for (Trash.Item item : emptied) {
      Name name = item.id().name();
      EntryState state = core.entries.past(name, Long.MAX_VALUE);
      Tombstone end = state == null ? null : state.end();
      if (end != null && end.revision() <= core.history.horizon(core.commits.last())) {
        bury(name, end);
      }
    }
    Instant next = core.trash.nextDue();
    if (next != null) {
      emptyTrashAt(next);
    }
    return emptied;
  }

  private void free(Trash.Item item) {
    Version version = item.version();
    held.add(version);
    version.abandon(item.id() + " " + item.removal().told() + ", and its trash time is over");
  }
}
