package org.drystone.registry.internal.core;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.drystone.registry.Alias;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Statistics;
import org.drystone.registry.Underway;
import org.drystone.registry.internal.data.Adapters;
import org.drystone.registry.internal.entries.AliasTrails;
import org.drystone.registry.internal.entries.Answers;
import org.drystone.registry.internal.entries.Deprecations;
import org.drystone.registry.internal.entries.Entries;
import org.drystone.registry.internal.entries.LifeMarks;
import org.drystone.registry.internal.entries.Needs;
import org.drystone.registry.internal.entries.Rules;
import org.drystone.registry.internal.entries.Trash;
import org.drystone.registry.internal.entries.Usages;
import org.drystone.registry.internal.log.Closed;
import org.drystone.registry.internal.log.CommitLog;
import org.drystone.registry.internal.log.Subscriptions;
import org.drystone.registry.internal.revisions.Behind;
import org.drystone.registry.internal.revisions.History;
import org.drystone.registry.internal.rights.AccessRequests;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.rights.Rights;
import org.drystone.registry.internal.sessions.Leases;
import org.drystone.registry.internal.sessions.Sessions;
import org.drystone.registry.internal.time.Housekeeper;
import org.drystone.registry.internal.time.Ticks;
import org.drystone.registry.internal.underway.ClaimTable;
import org.drystone.registry.internal.underway.HeldClaim;
import org.drystone.registry.internal.underway.Reservation;
import org.drystone.registry.internal.underway.Reservations;
import org.drystone.registry.spi.Journal;
import org.drystone.registry.spi.ValueAdapter;

/**
 * What all views of one registry share.
 *
 * <p><b>Reading.</b> A read takes {@link #revision()} once and looks at entries and rights as of
 * it; nothing is locked. Commits write new states into the cells first and move the visible
 * revision last, so a reader sees all of a commit or nothing, and never an older state after a
 * newer one.
 *
 * <p><b>Writing.</b> {@link Commits} holds the only lock that orders changes. Lock order: commit
 * lock, then that of {@link org.drystone.registry.internal.underway.WaitGraph}. No adapter,
 * listener or other user code runs under either; the journal does, since its order is the order of
 * the commits.
 */
public final class Core {

  private static final long CLOSED = -1;

  public final String id = UUID.randomUUID().toString();
  public final Principal host;
  public final Clock clock;
  public final History history;
  public final Entries entries;
  public final Rights rights;
  public final AccessRequests requests;
  public final Deprecations deprecations;
  public final LimitTable limits;
  public final Usages usages;
  public final Rules rules;

  /** How many publications each user has at work. */
  public final ConcurrentMap<Principal, Integer> freezing = new ConcurrentHashMap<>();

  public final AliasTrails aliasTrails = new AliasTrails();
  public final LifeMarks<Alias, Set<Principal>> aliasGuards;
  public final CommitLog log;
  public final Commits commits;
  public final Adapters adapters;
  public final Duration trashTime;
  public final Trash trash = new Trash();
  public final Answers answers;
  public final Needs needs = new Needs();
  public final Disposal disposal = new Disposal(this);
  public final Housekeeper housekeeper;
  public final Reservations reservations = new Reservations();
  public final Sessions sessions = new Sessions();
  public final Subscriptions subscriptions = new Subscriptions();
  public final Leases leases = new Leases();
  public final ClaimTable claims;
  public final Listeners listeners;
  public final Ticks ticks = Ticks.each(Duration.ofMinutes(1));

  private volatile long visible;

  public Core(Settings settings) {
    this.host = settings.host();
    this.clock = settings.clock();
    this.trashTime = settings.trashTime();
    this.housekeeper = new Housekeeper(clock);
    this.history = new History(settings.commitsKept());
    this.entries = new Entries(history);
    this.claims = new ClaimTable(entries, reservations);
    this.usages = new Usages(entries);
    this.rules = new Rules(entries, history);
    this.limits = settings.limits();
    this.rights = new Rights(entries);
    this.answers = new Answers(history);
    this.requests = new AccessRequests(history);
    this.aliasGuards = new LifeMarks<>(history);
    this.deprecations = new Deprecations(history);
    this.listeners = settings.listeners();
    this.log = new CommitLog(id, entries, settings.commitsKept());
    this.commits = new Commits(this, settings.journal());
    this.adapters =
        new Adapters(
            settings.adapters(), settings.trusted(), settings.fingerprints(), listeners::mutated);
  }

  /**
   * The revision to read at.
   *
   * @throws org.drystone.registry.ClosedException if the hub is closed
   */
  public long revision() {
    long revision = visible;
    if (revision == CLOSED) {
      throw Closed.hub();
    }
    return revision;
  }

  /** Reads the present; anew if it takes so long that its revision is no longer kept. */
  public <R> R present(LongFunction<R> reading) {
    while (true) {
      try {
        return reading.apply(revision());
      } catch (Behind e) {
        Thread.onSpinWait();
      }
    }
  }

  public Position position(long revision) {
    return new Position(id, revision);
  }

  public boolean canRead(Reader reader, Name name, long revision) {
    return rights.allows(reader, name, Right.READ, revision);
  }

  /** What is being computed and frozen now; what a claim is frozen for is told once. */
  public List<Underway> underway() {
    List<Reservation> freezing = reservations.list();
    Stream<Underway> computing =
        claims.list().stream()
            .filter(claim -> freezing.stream().noneMatch(other -> other.fence() == claim))
            .map(HeldClaim::underway);
    return Stream.concat(freezing.stream().map(Reservation::underway), computing).toList();
  }

  /** Called under the commit lock, when all cells have their new states. */
  void show(long revision) {
    visible = revision;
  }

  /** Called while no commit is made, so that the figures are of one revision. */
  public Statistics statistics() {
    return new Statistics(
        position(revision()),
        clock.instant(),
        usages.names(),
        usages.byOwner(),
        usages.byNamespace(),
        sessions.count(),
        claims.list().size(),
        reservations.list().size());
  }

  /** Ends everything; idempotent. */
  public void close() {
    if (!commits.close(() -> visible = CLOSED)) {
      return;
    }
    log.close();
    subscriptions.closed();
    claims.abandonIf(claim -> true, "the hub was closed");
    ticks.stop();
    housekeeper.close();
    reservations.cancelAll("the hub was closed");
    entries.release("the hub was closed");
    disposal.releaseAll("the hub was closed");
  }

  /** How a hub was configured. */
  public record Settings(
      Principal host,
      Clock clock,
      Journal journal,
      int commitsKept,
      Duration trashTime,
      List<ValueAdapter<?, ?>> adapters,
      Map<Class<?>, String> trusted,
      Optional<Fingerprints> fingerprints,
      LimitTable limits,
      Listeners listeners) {}
}
