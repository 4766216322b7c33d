package org.drystone.registry.internal.underway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Name;
import org.drystone.registry.internal.entries.Entries;
import org.jspecify.annotations.Nullable;

/**
 * The open claims of all readers: at most one for a name.
 *
 * <p>Who claims puts the claim in first and then looks whether the name, the session and the hub
 * are still as they must be; who publishes, ends a session or closes the hub makes that visible
 * first and then ends the claims that it finds. So no claim stays that should not.
 */
public final class ClaimTable {

  public final WaitGraph waits = new WaitGraph();

  private final Map<Name, HeldClaim> open = new ConcurrentHashMap<>();
  private final AtomicLong tokens = new AtomicLong();

  /** What the current thread computes of this registry, innermost; not of any other. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable HeldClaim> computing = new ThreadLocal<>();

  private final Entries entries;
  private final Reservations reservations;

  public ClaimTable(Entries entries, Reservations reservations) {
    this.entries = entries;
    this.reservations = reservations;
  }

  public @Nullable HeldClaim find(Name name) {
    HeldClaim claim = open.get(name);
    return claim == null || !claim.isOpen() ? null : claim;
  }

  public List<HeldClaim> list() {
    return open.values().stream().filter(HeldClaim::isOpen).toList();
  }

  /** The claim on that name that was there before, or null if the new one is in its place now. */
  public @Nullable HeldClaim putIfAbsent(HeldClaim claim) {
    HeldClaim before = open.putIfAbsent(claim.name(), claim);
    while (before != null && !before.isOpen()) {
      open.remove(claim.name(), before);
      before = open.putIfAbsent(claim.name(), claim);
    }
    return before;
  }

  public long nextToken() {
    return tokens.incrementAndGet();
  }

  /** Ends a claim, unless it had ended: first for its holder, then for who claims next. */
  public boolean end(HeldClaim claim, Ending how) {
    boolean first = claim.end(how);
    open.remove(claim.name(), claim);
    HeldClaim outer = claim.outer();
    if (outer != null) {
      waits.leave(outer, claim);
    }
    return first;
  }

  /** As {@link #end}, and stops what is being frozen for it; not to be called under a lock. */
  public void abandon(HeldClaim claim, String reason) {
    if (end(claim, new Ending.Abandoned(reason))) {
      reservations.cancelIf(
          claim.name(),
          reservation -> reservation.fence() == claim,
          "the claim is over: " + reason);
    }
  }

  public void abandonIf(Predicate<HeldClaim> test, String reason) {
    list().stream().filter(test).forEach(claim -> abandon(claim, reason));
  }

  /** Called under the commit lock, when the commit is visible: what is there needs no computing. */
  public void committed(Commit commit) {
    if (open.isEmpty()) {
      return;
    }
    for (Change change : commit.changes()) {
      HeldClaim claim = change.scope() instanceof Name name ? open.get(name) : null;
      if (claim != null && entries.find(claim.name(), commit.position().revision()) != null) {
        end(claim, new Ending.Published("the name was published by " + commit.author()));
      }
    }
  }

  public @Nullable HeldClaim computing() {
    return computing.get();
  }

  /** Says what the current thread computes from now on. */
  public void computing(@Nullable HeldClaim claim) {
    if (claim == null) {
      computing.remove();
    } else {
      computing.set(claim);
    }
  }
}
