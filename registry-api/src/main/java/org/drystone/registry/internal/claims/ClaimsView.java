package org.drystone.registry.internal.claims;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drystone.registry.Claim;
import org.drystone.registry.Claims;
import org.drystone.registry.ComputationFailedException;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Right;
import org.drystone.registry.Underway;
import org.drystone.registry.Versioned;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.publishing.Conditions;
import org.drystone.registry.internal.publishing.Quota;
import org.drystone.registry.internal.reading.Reads;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.time.Deadline;
import org.drystone.registry.internal.underway.Ending;
import org.drystone.registry.internal.underway.HeldClaim;
import org.jspecify.annotations.Nullable;

/** Claims as one reader may make them, perhaps for the sake of another claim. */
public final class ClaimsView implements Claims {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Reads reads;
  private final Quota quota;
  private final Conditions conditions;
  private final @Nullable HeldClaim outer;

  public ClaimsView(Core core, Reader reader, @Nullable HeldClaim outer) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.quota = new Quota(core, reader);
    this.reads = new Reads(core, reader, resolver);
    this.conditions = new Conditions(core, reader);
    this.outer = outer;
  }

  @Override
  public Claims within(Claim.Granted<?> outer) {
    if (outer instanceof GrantedClaim<?> granted && granted.isOf(core)) {
      return new ClaimsView(core, reader, granted.held());
    }
    throw new InvalidArgumentException(
        "Nothing can be claimed within " + outer.key(),
        "that claim is not of this registry",
        "Use a claim that this registry granted");
  }

  @Override
  public <T> Claim<T> claim(Key<T> key) {
    Answer<T> answer = ask(key);
    return answer.claim();
  }

  @Override
  public <T> Claim<T> claim(Key<T> key, Duration limit) throws InterruptedException {
    Deadline deadline = Deadline.in(limit);
    while (true) {
      Answer<T> answer = ask(key);
      HeldClaim other = answer.other();
      if (other == null || deadline.hasPassed()) {
        return answer.claim();
      }
      await(other, deadline);
    }
  }

  @Override
  public Optional<Underway> breakClaim(Name name) {
    HeldClaim claim = core.claims.find(name);
    boolean mine = claim != null && claim.user().equals(reader.caller().user());
    boolean owns = core.present(revision -> core.rights.allows(reader, name, Right.OWN, revision));
    if (!mine && !owns) {
      throw new NotPermittedException(
          reader.caller().user() + " may not break a claim on " + name,
          "that needs OWN on the name",
          "Ask an owner");
    }
    if (claim == null) {
      return Optional.empty();
    }
    core.claims.abandon(claim, "it was broken by " + reader.caller().user());
    return Optional.of(claim.underway());
  }

  /**
   * What a claim gets now.
   *
   * @param other whose claim stands in the way, if one does
   */
  private record Answer<T>(Claim<T> claim, @Nullable HeldClaim other) {}

  private <T> Answer<T> ask(Key<T> key) {
    Optional<Versioned<T>> present = core.present(revision -> find(key, revision));
    if (present.isPresent()) {
      return new Answer<>(new Claim.Present<>(present.get()), null);
    }
    HeldClaim mine =
        new HeldClaim(key.name(), reader, core.clock.instant(), core.claims.nextToken(), outer);
    HeldClaim other = core.claims.putIfAbsent(mine);
    if (other != null) {
      return new Answer<>(new Claim.Busy<>(other.underway()), other);
    }
    return settled(mine) ? new Answer<>(granted(key, mine), null) : ask(key);
  }

  /** Whether the claim can stay: nothing happened while it was being made. */
  private boolean settled(HeldClaim mine) {
    boolean settled = false;
    try {
      reader.requireSession();
      quota.requireFewClaims();
      boolean absent = core.present(now -> core.entries.find(mine.name(), now) == null);
      settled = absent && mine.isOpen();
      return settled;
    } finally {
      if (!settled) {
        core.claims.abandon(mine, "it came too late");
      }
    }
  }

  private <T> Claim.Granted<T> granted(Key<T> key, HeldClaim mine) {
    if (outer != null) {
      core.claims.waits.nest(outer, mine);
    }
    return new GrantedClaim<>(core, reader, key, mine);
  }

  /**
   * What is there, or empty if the reader may put something there.
   *
   * @throws NotPermittedException if there is nothing to read, and the reader may not publish it
   */
  private <T> Optional<Versioned<T>> find(Key<T> key, long revision) {
    Version version = resolver.find(key, revision);
    if (version == null) {
      conditions.requirePermission(key.name(), revision);
      return Optional.empty();
    }
    return Optional.of(reads.versioned(version, key, revision));
  }

  private void await(HeldClaim other, Deadline deadline) throws InterruptedException {
    if (outer == null) {
      awaitFreely(other, deadline);
      return;
    }
    List<HeldClaim> circle = core.claims.waits.enter(outer, other);
    if (!circle.isEmpty()) {
      throw endless(circle);
    }
    try {
      awaitFreely(other, deadline);
    } finally {
      core.claims.waits.leave(outer, other);
    }
  }

  private static void awaitFreely(HeldClaim other, Deadline deadline) throws InterruptedException {
    if (other.awaitEnd(deadline) && other.ending() instanceof Ending.Failed failed) {
      throw failed(other, failed.cause());
    }
  }

  private InvalidArgumentException endless(List<HeldClaim> circle) {
    String way = core.present(revision -> way(circle, revision));
    return new InvalidArgumentException(
        circle.get(0).name() + " cannot be computed",
        circle.get(circle.size() - 1).name() + " needs " + way + ", for ever",
        "Compute without the name that is being computed");
  }

  private String way(List<HeldClaim> circle, long revision) {
    return circle.stream()
        .map(HeldClaim::name)
        .map(name -> core.canRead(reader, name, revision) ? name.toString() : "another name")
        .collect(Collectors.joining(", which needs "));
  }

  private static ComputationFailedException failed(HeldClaim claim, Throwable cause) {
    ComputationFailedException failed =
        new ComputationFailedException(
            claim.name() + " was not computed",
            "the computation by " + claim.user() + " failed: " + cause,
            "Repair what it says, or ask again to compute it yourself");
    failed.initCause(cause);
    return failed;
  }
}
