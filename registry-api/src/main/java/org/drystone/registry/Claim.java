package org.drystone.registry;

import java.util.function.UnaryOperator;

/**
 * The answer to who asks for the right to compute a name: it is there already, it is yours to
 * compute, or somebody else computes it.
 *
 * @param <T> the type of the value
 */
public sealed interface Claim<T> {

  /**
   * Somebody has published the name: there is nothing to compute.
   *
   * @param found the latest version, as the caller receives it
   */
  record Present<T>(Versioned<T> found) implements Claim<T> {}

  /**
   * Somebody computes the name now.
   *
   * @param underway by whom, since when, how far
   */
  record Busy<T>(Underway underway) implements Claim<T> {}

  /**
   * The caller alone may compute the name, until this claim is over: it published, it was closed,
   * its session ended, an owner broke it, or somebody published the name without any claim. A claim
   * that is over cannot publish, so two computers of one name never both succeed. Safe for use by
   * several threads.
   */
  non-sealed interface Granted<T> extends Claim<T>, AutoCloseable {

    /** What was claimed. */
    Key<T> key();

    /** Grows with each claim that this registry grants. */
    long token();

    /** Whether the claim is not over yet: a long computation asks before it goes on. */
    boolean isOpen();

    /** Tells others how far the computation is, in words; they see the first 1000 characters. */
    void progress(String message);

    /** As {@link #publish(Object, UnaryOperator)}, without further wishes. */
    default Label publish(T value) {
      return publish(value, with -> with);
    }

    /**
     * Publishes the value, which ends the claim and wakes those who wait. After a failure the claim
     * is still open, unless that was the failure.
     *
     * @return the label of the new version
     * @throws ConflictException if somebody published the name without the claim
     * @throws CancelledException if the claim is over for another reason, or the thread was
     *     interrupted
     * @throws InvalidArgumentException if the publication has another condition than {@link
     *     Publication#ifAbsent}, which a claim implies
     * @throws RegistryException as {@link Registry#publish(Key, Object, UnaryOperator)}
     */
    Label publish(T value, UnaryOperator<Publication> with);

    /**
     * Ends the claim and tells those who wait now that the computation failed: they receive {@link
     * ComputationFailedException} with this cause. Does nothing if the claim is over.
     */
    void fail(Throwable cause);

    /**
     * Gives the claim up: one of those who wait gets it. Does nothing if the claim is over, so it
     * can always be called at the end.
     */
    @Override
    void close();
  }
}
