package org.drystone.registry;

import java.util.List;
import java.util.Optional;

/**
 * What one {@link Caller} may read: the present, in a {@link Registry}, or the past, in a {@link
 * Snapshot}.
 */
public interface View {

  /** On whose behalf this view acts. */
  Caller caller();

  /** As of which revision this reads: that of a snapshot, or else the latest one now. */
  Position position();

  /**
   * The value.
   *
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   * @throws MutatedException if it was found to have been changed after its publication; see {@link
   *     Fingerprints}
   */
  default <T> T get(Ref<T> ref) {
    return read(ref).value();
  }

  /**
   * The value, or empty if there is nothing that the caller may see.
   *
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   * @throws MutatedException if it was found to have been changed after its publication; see {@link
   *     Fingerprints}
   */
  <T> Optional<T> find(Ref<T> ref);

  /**
   * The value with its label.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   * @throws MutatedException as {@link #get}
   */
  <T> Versioned<T> read(Ref<T> ref);

  /**
   * The value, kept alive until the hold is closed.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   * @throws MutatedException as {@link #get}
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

  /**
   * A page of what the caller may see.
   *
   * @throws InvalidArgumentException if the query has a position of another registry, or in the
   *     future
   * @throws CompactedException if what followed that position is no longer kept: list anew
   */
  Listing list(Query query);

  /**
   * The stored bytes of a version, for transport.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException if such a value has no stored bytes
   */
  Export export(Ref<?> ref);
}
