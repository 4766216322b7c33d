package org.drystone.registry.internal.removal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Removal;
import org.drystone.registry.SessionId;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.Moment;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.sessions.Leases;
import org.drystone.registry.internal.sessions.SessionLife;
import org.drystone.registry.internal.time.Times;

/** Ends what lives with a session, at once or when the grace time is over. */
public final class SessionEnd {

  private final Core core;

  public SessionEnd(Core core) {
    this.core = core;
  }

  /** Called when the host says that the session is over; under no lock. */
  public void of(SessionId id) {
    SessionLife life = core.sessions.end(id);
    if (life != null) {
      core.claims.abandonIf(claim -> claim.session() == life, "its session ended");
      expireLater(life);
    }
  }

  private void expireLater(SessionLife life) {
    Set<Duration> graces = core.commits.exclusively(() -> core.leases.end(life));
    for (Duration grace : graces) {
      core.housekeeper.at(Times.after(core.clock.instant(), grace), () -> expire(life, grace));
    }
  }

  private void expire(SessionLife life, Duration grace) {
    if (core.sessions.lives(life.id())) {
      return; // It came back: its next end counts.
    }
    core.commits
        .exclusively(() -> core.leases.due(life, grace))
        .forEach(leases -> expire(life, leases));
  }

  /** What somebody else relies on stays for good. */
  private void expire(SessionLife life, List<Leases.Lease> leases) {
    Name name = leases.get(0).version().name();
    Principal author = leases.get(0).publisher();
    Set<VersionId> due = leases.stream().map(Leases.Lease::version).collect(Collectors.toSet());
    Optional<Removing> removing =
        core.commits.commit(
            author,
            (before, revision, time) ->
                plan(name, author, due, life, new Moment(before, revision, time)));
    removing.ifPresent(Removing::finish);
  }

  private Commits.Plan<Optional<Removing>> plan(
      Name name, Principal author, Set<VersionId> due, SessionLife life, Moment moment) {
    if (core.sessions.lives(life.id())) {
      return Commits.Plan.nothing(Optional.empty());
    }
    EntryState state = core.entries.find(name, moment.before());
    List<Version> gone = state == null ? List.of() : gone(state, due, moment.before());
    due.forEach(core.leases::drop);
    if (state == null || gone.isEmpty()) {
      return Commits.Plan.nothing(Optional.empty());
    }
    Removal how = Removal.plain().because("the session that it was published for is over");
    return new Removing(core, author, how, moment, state, gone).plan().as(Optional::of);
  }

  /** Nothing, once somebody has published over it; and nothing that was kept meanwhile. */
  private List<Version> gone(EntryState state, Set<VersionId> due, long before) {
    if (!due.contains(state.latest().id())) {
      return List.of();
    }
    Uses uses = new Uses(core, version -> false);
    return state.versions().asOf(before).stream()
        .filter(version -> due.contains(version.id()))
        .filter(version -> core.leases.lifetime(version.id()).isPresent())
        .filter(version -> !uses.isUsed(state, version))
        .toList();
  }
}
