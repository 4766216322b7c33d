package org.drystone.registry.internal.underway;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Underway;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.sessions.SessionLife;
import org.drystone.registry.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** One claim that was granted, whoever looks at it. It ends once, and the first ending stays. */
public final class HeldClaim implements Fence {

  private final Name name;
  private final Reader holder;
  private final Instant since;
  private final long token;

  /** What this claim was made for, if that is a claim too. */
  private final @Nullable HeldClaim outer;

  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile String progress = "computing";

  /** The claims that must end before this one can. Belongs to {@link WaitGraph}. */
  final Set<HeldClaim> needs = new HashSet<>();

  public HeldClaim(Name name, Reader holder, Instant since, long token, @Nullable HeldClaim outer) {
    this.name = name;
    this.holder = holder;
    this.since = since;
    this.token = token;
    this.outer = outer;
  }

  public Name name() {
    return name;
  }

  public Principal user() {
    return holder.caller().user();
  }

  public @Nullable SessionLife session() {
    return holder.session();
  }

  public long token() {
    return token;
  }

  public @Nullable HeldClaim outer() {
    return outer;
  }

  public @Nullable Ending ending() {
    return ending.get();
  }

  public boolean isOpen() {
    return ending.get() == null;
  }

  @Override
  public @Nullable String closedBecause() {
    Ending now = ending.get();
    return now == null ? null : now.reason();
  }

  /** Ends the claim and wakes those who wait for that; false if it had ended before. */
  boolean end(Ending how) {
    boolean first = ending.compareAndSet(null, how);
    if (first) {
      ended.countDown();
    }
    return first;
  }

  /** Waits for the end; false if it did not come in time. */
  public boolean awaitEnd(Deadline deadline) throws InterruptedException {
    return ended.await(deadline.left(), TimeUnit.NANOSECONDS);
  }

  public void progress(String message) {
    progress = message;
  }

  public Underway underway() {
    return new Underway(name, user(), since, progress);
  }
}
