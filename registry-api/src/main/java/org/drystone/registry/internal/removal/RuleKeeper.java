package org.drystone.registry.internal.removal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.Removal;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Rules;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.log.Subscriber;
import org.drystone.registry.internal.time.Agenda;
import org.jspecify.annotations.Nullable;

/**
 * Removes, on the hub's own thread, what commits and time make superfluous by the rules of owners.
 * Who commits only notes the names to look at.
 */
public final class RuleKeeper implements Subscriber {

  private final Core core;
  private final Superfluous superfluous;

  /** The names that a commit may have made to have superfluous versions. */
  private final Set<Name> touched = ConcurrentHashMap.newKeySet();

  /** Whether the housekeeper will look at them. */
  private final AtomicBoolean awaited = new AtomicBoolean();

  /** When time will do the same; used by the housekeeper only. */
  private final Agenda<Name> agenda = new Agenda<>();

  /** When the housekeeper will look at the agenda; used by it only. */
  private @Nullable Instant alarm;

  public RuleKeeper(Core core) {
    this.core = core;
    this.superfluous = new Superfluous(core);
  }

  @Override
  public void committed(Commit commit) {
    if (!core.rules.any()) {
      return;
    }
    for (Change change : commit.changes()) {
      note(change);
    }
    if (!touched.isEmpty() && awaited.compareAndSet(false, true)) {
      core.housekeeper.at(core.clock.instant(), this::lookAtTouched);
    }
  }

  @Override
  public void signal() {
    // The end of the hub is the housekeeper's, too.
  }

  private void note(Change change) {
    if (change instanceof Change.Removed removed) {
      touched.add(removed.name());
      removed.versions().forEach(number -> noteNeeds(new VersionId(removed.name(), number)));
    } else if (change instanceof Change.RetentionChanged
        || change instanceof Change.Published
        || change instanceof Change.Restored
        || change instanceof Change.AliasMoved) {
      core.entries.in(change.scope()).forEach(touched::add);
    }
  }

  /** What a removed version was computed from is perhaps needed no more. */
  private void noteNeeds(VersionId gone) {
    EntryState state = core.entries.past(gone.name(), Long.MAX_VALUE);
    Version version = state == null ? null : state.versions().find(gone.number());
    if (version != null) {
      version.needs().forEach(needed -> touched.add(needed.name()));
    }
  }

  private void lookAtTouched() {
    awaited.set(false);
    for (Name name : List.copyOf(touched)) {
      touched.remove(name);
      lookAt(name);
    }
    setAlarm();
  }

  private void lookAtDue() {
    alarm = null;
    agenda.take(core.clock.instant()).forEach(this::lookAt);
    setAlarm();
  }

  private void setAlarm() {
    Instant next = agenda.next();
    if (next != null && (alarm == null || next.isBefore(alarm))) {
      alarm = next;
      core.housekeeper.at(next, this::lookAtDue);
    }
  }

  private void lookAt(Name name) {
    Rules.Rule rule =
        core.present(revision -> Optional.ofNullable(core.rules.of(name, revision))).orElse(null);
    Instant now = core.clock.instant();
    if (rule != null && core.present(at -> superfluous.mayBeByItsRule(name, at, now))) {
      remove(name, rule);
    }
    agenda.put(name, core.present(at -> superfluous.nextByItsRule(name, at, now)).orElse(null));
  }

  private void remove(Name name, Rules.Rule rule) {
    Optional<Removing> removing =
        core.commits.commit(
            rule.author(),
            (before, revision, time) -> plan(name, rule, new Moment(before, revision, time)));
    removing.ifPresent(Removing::finish);
  }

  /** Another rule that came meanwhile is another commit, which will be looked at. */
  private Commits.Plan<Optional<Removing>> plan(Name name, Rules.Rule rule, Moment moment) {
    EntryState state = core.entries.find(name, moment.before());
    List<Version> gone = superfluous.byItsRule(name, moment.before(), moment.time());
    if (state == null || gone.isEmpty() || !rule.equals(core.rules.of(name, moment.before()))) {
      return Commits.Plan.nothing(Optional.empty());
    }
    Removal how = Removal.plain().because("not kept by the rule of " + rule.scope());
    return new Removing(core, rule.author(), how, moment, state, gone).plan().as(Optional::of);
  }
}
