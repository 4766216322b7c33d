package org.drystone.registry.internal.claims;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Claim;
import org.drystone.registry.Computation;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Publication;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.Underway;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Reads;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.underway.HeldClaim;

/** Computes what is not there, for one reader, on its own thread. */
public final class Computations {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Reads reads;

  public Computations(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.reads = new Reads(core, reader, resolver);
  }

  public <T, E extends Exception> T getOrCompute(
      Key<T> key, Computation<T, E> computation, Publication publication, Duration limit) throws E {
    GrantedClaim.requireNoOtherCondition(publication);
    Claim<T> claim = claim(key, limit);
    if (claim instanceof Claim.Present<T> present) {
      return present.found().value();
    }
    if (claim instanceof Claim.Busy<T> busy) {
      throw stillBusy(busy.underway(), limit);
    }
    return compute((GrantedClaim<T>) claim, computation, publication);
  }

  private <T> Claim<T> claim(Key<T> key, Duration limit) {
    try {
      return new ClaimsView(core, reader, core.claims.computing()).claim(key, limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          "Waiting for " + key + " was cancelled",
          "the thread was interrupted",
          "Ask again; the computation goes on");
    }
  }

  /** Whatever ends this, the claim is over then. */
  private <T, E extends Exception> T compute(
      GrantedClaim<T> claim, Computation<T, E> computation, Publication publication) throws E {
    HeldClaim outer = claim.held().outer();
    core.claims.computing(claim.held());
    try {
      return published(claim, computation.compute(), publication);
    } catch (Throwable failure) {
      if (!isCancellation(failure)) {
        claim.fail(failure);
      }
      throw failure;
    } finally {
      claim.close();
      core.claims.computing(outer);
    }
  }

  private <T> T published(GrantedClaim<T> claim, T value, Publication publication) {
    Key<T> key = claim.key();
    try {
      Label label = claim.publish(value, publication);
      return reads.open(resolver.require(key.version(label.version()), label.revision()), key);
    } catch (ConflictException | CancelledException e) {
      Version winner = resolver.present(key);
      if (winner == null) {
        throw e;
      }
      return reads.open(winner, key);
    }
  }

  private static boolean isCancellation(Throwable failure) {
    return failure instanceof InterruptedException
        || failure instanceof CancelledException
        || failure instanceof CancellationException
        || Thread.currentThread().isInterrupted();
  }

  private static UnavailableException stillBusy(Underway underway, Duration limit) {
    return new UnavailableException(
        underway.name() + " is not there yet",
        underway.publisher()
            + " computes it since "
            + underway.since()
            + ", longer than the limit of "
            + limit,
        "Wait longer, or ask an owner of the name to break the claim");
  }
}
