package org.drystone.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The registry as one {@link Caller} sees it. Safe for use by any number of threads. What the
 * caller may not see does not exist: every verb treats it as never published.
 *
 * <p>Each read sees one revision; later reads never see an earlier one. Every method throws {@link
 * ClosedException} once the hub is closed.
 */
public interface Registry extends View {

  /** As {@link #publish(Key, Object, UnaryOperator)}, appending without a condition. */
  default <T> Label publish(Key<T> key, T value) {
    return publish(key, value, with -> with);
  }

  /**
   * Publishes a new version. It becomes visible at once and as a whole, or not at all.
   *
   * <p>Name, right and condition are checked first; then the value is checked or frozen, which may
   * take long and can be interrupted; then right and condition are checked again and the version is
   * committed.
   *
   * @return the label of the new version
   * @throws NotPermittedException if the caller may not write there, whether or not the name exists
   * @throws ConflictException if the condition does not hold, at the start or at the commit; also
   *     without a condition, if all versions that were there at the start were removed meanwhile
   * @throws NotImmutableException if the value could change
   * @throws InvalidArgumentException if an option is not known to the adapter of such values
   * @throws TypeMismatchException if the value is not of the type of the key
   * @throws CancelledException if the thread was interrupted while the value was checked or frozen
   *     (the interrupt stays set); what takes no time is published all the same
   * @throws UnavailableException if an engine could not freeze the value
   * @throws OutcomeUnknownException if the journal failed
   * @throws LimitException if the caller keeps, or has at work, as much as it may
   */
  <T> Label publish(Key<T> key, T value, UnaryOperator<Publication> with);

  /** As {@link #getOrCompute(Key, Computation, UnaryOperator, Duration)}, waiting a day at most. */
  default <T, E extends Exception> T getOrCompute(Key<T> key, Computation<T, E> computation)
      throws E {
    return getOrCompute(key, computation, with -> with, Duration.ofDays(1));
  }

  /**
   * The value of the name; if there is none, it is computed and published. However many callers of
   * whatever users ask at once, one of them computes, on its own thread, and all others wait.
   *
   * <p>Who waits gets what was published, also by somebody who published the name without
   * computing; the computing caller gets that too, and its own value is dropped. If the computation
   * fails, those who wait at that moment are told and nothing is stored. If its thread is
   * interrupted, or it throws {@link InterruptedException}, {@link CancelledException} or {@link
   * java.util.concurrent.CancellationException}, or its session ends, one of those who wait
   * computes instead.
   *
   * <p>A computation may ask for other names in the same way, on its own thread.
   *
   * @param with how to publish; no other condition than {@link Publication#ifAbsent}
   * @param limit how long to wait for the computation of somebody else; zero or less: not at all
   * @return what is in the registry, as {@link #get} gives it
   * @throws E if this caller computed and that failed
   * @throws ComputationFailedException if this caller waited and the computation failed
   * @throws NotPermittedException if there is no value that the caller may read, and it may not
   *     publish one; then nothing is computed
   * @throws TypeMismatchException if there is a value of another type than that of the key
   * @throws InvalidArgumentException if the computation needs itself, also by way of other names
   *     and threads, or the publication has another condition
   * @throws UnavailableException if it is still being computed after the limit
   * @throws CancelledException if the thread was interrupted while waiting (the interrupt stays
   *     set), or the claim of this caller was broken
   * @throws RegistryException as {@link #publish(Key, Object, UnaryOperator)}, if this caller
   *     computed
   */
  <T, E extends Exception> T getOrCompute(
      Key<T> key, Computation<T, E> computation, UnaryOperator<Publication> with, Duration limit)
      throws E;

  /**
   * What may change about a version: what was said against it, its aliases, and, for owners, who
   * reads it.
   *
   * @throws NotFoundException if there is nothing that the caller may see
   */
  Status status(Ref<?> ref);

  /** What is being computed or published now, of the names that the caller may read. */
  List<Underway> underway();

  /**
   * Waits until the reference leads to a version that the caller may see.
   *
   * @param limit how long to wait; zero or less: not at all
   * @return its label, or empty if the limit passed
   * @throws InterruptedException if the thread is interrupted
   */
  Optional<Label> await(Ref<?> ref, Duration limit) throws InterruptedException;

  /**
   * Waits until the reference leads to something newer than what the caller knows: a name to a
   * version with a higher number (numbers are never given twice), an alias to any other version.
   *
   * @param newerThan a version of that name
   * @param limit how long to wait; zero or less: not at all
   * @return its label, or empty if the limit passed
   * @throws InvalidArgumentException if the version is of another name, or the reference is to a
   *     version that is not newer
   * @throws InterruptedException if the thread is interrupted
   */
  Optional<Label> await(Ref<?> ref, VersionId newerThan, Duration limit)
      throws InterruptedException;

  /** As {@link #unpublish(Name, UnaryOperator)}, restorable and without a word. */
  default Position unpublish(Name name) {
    return unpublish(name, how -> how);
  }

  /**
   * Removes a name: all its versions in one change, and with them its aliases and the grants on it.
   * Those who could read it are told by whom, when and why, also by {@link NotFoundException}.
   *
   * <p>It can be {@linkplain #restore(Name) restored} for the trash time of the hub. Then its data
   * is freed, when no {@link Hold} is left. The numbers of its versions are never used again.
   *
   * @return where the change stands
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws NotPermittedException if the caller does not own it
   * @throws InUseException if versions of other names are computed from one of its versions
   */
  Position unpublish(Name name, UnaryOperator<Removal> how);

  /** As {@link #unpublish(VersionId, UnaryOperator)}, restorable and without a word. */
  default Position unpublish(VersionId version) {
    return unpublish(version, how -> how);
  }

  /**
   * Removes one version, as {@link #unpublish(Name, UnaryOperator)} does if it is the last one.
   * Afterwards the highest surviving version is the latest.
   *
   * @return where the change stands
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws NotPermittedException if the caller does not own the name
   * @throws InUseException if an alias points to it, or other versions are computed from it
   */
  Position unpublish(VersionId version, UnaryOperator<Removal> how);

  /**
   * Restores what the removal of a name took: the versions whose data is still there, with the
   * aliases that point to them and the grants on the name, in one change.
   *
   * @return the labels of what was restored, oldest first; unmodifiable, never empty
   * @throws NotFoundException if there is nothing to restore that the caller may know of
   * @throws NotPermittedException if the caller did not own it
   * @throws ConflictException if the name has versions again: restore the versions one by one
   */
  List<Label> restore(Name name);

  /**
   * Restores one removed version. It is the latest again if it has the highest number. If the name
   * was gone, its grants are restored, too.
   *
   * @return its label
   * @throws NotFoundException if there is nothing to restore that the caller may know of
   * @throws NotPermittedException if the caller did not own it, or does not own the name now
   * @throws UnavailableException if it is computed from a version whose data is gone
   */
  Label restore(VersionId version);

  /** As {@link #update(Key, UnaryOperator, UnaryOperator)}, with nothing to say about it. */
  default <T> Label update(Key<T> key, UnaryOperator<T> change) {
    return update(key, change, with -> with);
  }

  /**
   * Publishes what the function makes of the present value, provided that nobody published
   * meanwhile; otherwise the function is asked again with what is there then. So no update is lost.
   *
   * @param change returns the new value and does not change the old one; it may be called several
   *     times, on this thread, under no lock; what it throws passes, and nothing is published
   * @param with how to publish; its condition is replaced
   * @return the label of the new version
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws ConflictException if others were faster a thousand times
   * @throws CancelledException if the thread was interrupted (the interrupt stays set)
   * @throws RegistryException as {@link #get} and {@link #publish(Key, Object, UnaryOperator)}
   */
  <T> Label update(Key<T> key, UnaryOperator<T> change, UnaryOperator<Publication> with);

  /**
   * What the caller could see at that position, as far as it is kept and may be seen now.
   *
   * @throws InvalidArgumentException if the position is another registry's, or in the future
   * @throws CompactedException if what followed it is no longer kept
   */
  Snapshot at(Position position);

  /**
   * As {@link #at(Position)}, as of the last commit that was made at or before that time.
   *
   * @throws InvalidArgumentException if the time is in the future
   */
  Snapshot at(Instant time);

  /** What was removed and can be restored. */
  Removals removals();

  /** The change feed. */
  Changes changes();

  /** Movable pointers to versions. */
  Aliases aliases();

  /** Words against names and versions that should no longer be used. */
  Advice advice();

  /** Rights. */
  Access access();

  /** The right to compute names. */
  Claims claims();
}
