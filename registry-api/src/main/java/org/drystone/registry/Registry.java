package org.drystone.registry;

import java.time.Duration;
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
public interface Registry {

  /** On whose behalf this view acts. */
  Caller caller();

  /** The latest revision that is visible. */
  Position position();

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
   * @throws ConflictException if the condition does not hold, at the start or at the commit
   * @throws NotImmutableException if the value could change
   * @throws InvalidArgumentException if an option is not known to the adapter of such values
   * @throws TypeMismatchException if the value is not of the type of the key
   * @throws CancelledException if the thread was interrupted (the interrupt stays set)
   * @throws UnavailableException if an engine could not freeze the value
   * @throws OutcomeUnknownException if the journal failed
   */
  <T> Label publish(Key<T> key, T value, UnaryOperator<Publication> with);

  /**
   * The value.
   *
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   */
  default <T> T get(Ref<T> ref) {
    return read(ref).value();
  }

  /**
   * The value, or empty if there is nothing that the caller may see.
   *
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   */
  <T> Optional<T> find(Ref<T> ref);

  /**
   * The value with its label.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   */
  <T> Versioned<T> read(Ref<T> ref);

  /**
   * The value, kept alive until the hold is closed.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   */
  <T> Hold<T> hold(Ref<T> ref);

  /**
   * The label, whatever the type.
   *
   * @throws NotFoundException if there is nothing that the caller may see
   */
  Label describe(Ref<?> ref);

  /**
   * The labels of all versions, oldest first.
   *
   * @return an unmodifiable list, never empty
   * @throws NotFoundException if there is nothing that the caller may see
   */
  List<Label> versions(Name name);

  /** A page of what the caller may see. */
  Listing list(Query query);

  /** What is being published now, of the names that the caller may read. */
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
   * The stored bytes of a version, for transport.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException if such a value has no stored bytes
   */
  Export export(Ref<?> ref);

  /** The change feed. */
  Changes changes();

  /** Rights. */
  Access access();
}
