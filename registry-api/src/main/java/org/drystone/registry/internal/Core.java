package org.drystone.registry.internal;

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
 * lock, then that of {@link WaitGraph}. No adapter, listener or other user code runs under either;
 * the journal does, since its order is the order of the commits.
 */
final class Core {

  private static final long CLOSED = -1;

  final String id = UUID.randomUUID().toString();
  final Principal host;
  final Clock clock;
  final History history;
  final Entries entries;
  final Rights rights;
  final AccessRequests requests;
  final Deprecations deprecations;
  final LimitTable limits;
  final Usages usages;

  /** How many publications each user has at work. */
  final ConcurrentMap<Principal, Integer> freezing = new ConcurrentHashMap<>();

  final AliasTrails aliasTrails = new AliasTrails();
  final LifeMarks<Alias, Set<Principal>> aliasGuards;
  final CommitLog log;
  final Commits commits;
  final Adapters adapters;
  final Duration trashTime;
  final Trash trash = new Trash();
  final Answers answers;
  final Needs needs = new Needs();
  final Disposal disposal = new Disposal(this);
  final Housekeeper housekeeper;
  final Reservations reservations = new Reservations();
  final Sessions sessions = new Sessions();
  final Subscriptions subscriptions = new Subscriptions();
  final Leases leases = new Leases();
  final ClaimTable claims;
  final Listeners listeners;
  final Ticks ticks = Ticks.start();

  private volatile long visible;

  Core(Settings settings) {
    this.host = settings.host();
    this.clock = settings.clock();
    this.trashTime = settings.trashTime();
    this.housekeeper = new Housekeeper(clock);
    this.history = new History(settings.commitsKept());
    this.entries = new Entries(history);
    this.claims = new ClaimTable(entries, reservations);
    this.usages = new Usages(entries);
    this.limits = settings.limits();
    this.rights = new Rights(history);
    this.answers = new Answers(history);
    this.requests = new AccessRequests(history);
    this.aliasGuards = new LifeMarks<>(history);
    this.deprecations = new Deprecations(history);
    this.listeners = settings.listeners();
    this.log = new CommitLog(id, settings.commitsKept());
    this.commits = new Commits(this, settings.journal());
    this.adapters =
        new Adapters(settings.adapters(), settings.trusted(), settings.fingerprints(), listeners::mutated);
  }

  /**
   * The revision to read at.
   *
   * @throws org.drystone.registry.ClosedException if the hub is closed
   */
  long revision() {
    long revision = visible;
    if (revision == CLOSED) {
      throw Closed.hub();
    }
    return revision;
  }

  /** Reads the present; anew if it takes so long that its revision is no longer kept. */
  <R> R present(LongFunction<R> reading) {
    while (true) {
      try {
        return reading.apply(revision());
      } catch (Behind e) {
        Thread.onSpinWait();
      }
    }
  }

  Position position(long revision) {
    return new Position(id, revision);
  }

  boolean canRead(Reader reader, Name name, long revision) {
    return rights.allows(reader, name, Right.READ, revision);
  }

  /** What is being computed and frozen now; what a claim is frozen for is told once. */
  List<Underway> underway() {
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
  Statistics statistics() {
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
  void close() {
    if (!commits.close(() -> visible = CLOSED)) {
      return;
    }
    log.close();
    subscriptions.closed();
    claims.abandonIf(claim -> true, "the hub was closed");
    ticks.stop();
    housekeeper.close();
    reservations.cancelAll("the hub was closed");
    entries.forEachVersion(version -> version.data().release("the hub was closed"));
    disposal.releaseAll("the hub was closed");
  }

  /** How a hub was configured. */
  record Settings(
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
