package org.drystone.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * The right to compute a name, of which there is one in the whole registry. {@link
 * Registry#getOrCompute} is the simple way; this facet is for who computes elsewhere, such as a
 * gateway whose clients compute.
 *
 * <p>A claim lives with its session, if the caller has one ({@link Hub#endSession}), and until it
 * is {@linkplain Claim.Granted#close closed}. Open claims are told by {@link Registry#underway}.
 */
public interface Claims {

  /** As {@link #claim(Key, Duration)}, without waiting. */
  <T> Claim<T> claim(Key<T> key);

  /**
   * Claims a name that has no version. Waits while somebody else computes it; then the value is
   * there, or the caller takes over.
   *
   * @param limit how long to wait; zero or less: not at all
   * @return {@link Claim.Busy} only after the limit
   * @throws NotPermittedException if there is no value that the caller may read, and it may not
   *     publish one
   * @throws TypeMismatchException if the value is of another type than the key
   * @throws ComputationFailedException if what the caller waited for failed
   * @throws InvalidArgumentException if waiting would never end, because what the caller waits for
   *     waits for the caller; see {@link #within}
   * @throws CancelledException if the session of the caller is over
   * @throws LimitException if the caller holds as many claims as it may
   * @throws InterruptedException if the thread is interrupted; nothing is claimed
   */
  <T> Claim<T> claim(Key<T> key, Duration limit) throws InterruptedException;

  /**
   * The same facet, for what is needed to compute that claim: claims that wait for each other in a
   * circle are an error then, not a deadlock. {@link Registry#getOrCompute} knows this by itself as
   * long as a computation asks on its own thread.
   *
   * @throws InvalidArgumentException if the claim is not of this registry
   */
  Claims within(Claim.Granted<?> outer);

  /**
   * Breaks the claim on a name: it can no longer publish, and one of those who wait gets it. The
   * computation itself is not stopped.
   *
   * @return what was broken, or empty if nobody had claimed the name
   * @throws NotPermittedException if the caller neither owns the name nor holds the claim
   */
  Optional<Underway> breakClaim(Name name);
}
