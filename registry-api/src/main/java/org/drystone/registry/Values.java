package org.drystone.registry;

import java.util.Optional;

/**
 * What a program reads its values from, without knowing whether they are noted for a {@linkplain
 * LockFile lock file} ({@link Recording}) or come from one ({@link Replay}).
 */
public interface Values {

  /**
   * As {@link Registry#get}.
   *
   * @throws NotFoundException if there is nothing that the caller may see, or a replay does not
   *     know the reference
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   */
  default <T> T get(Ref<T> ref) {
    return read(ref).value();
  }

  /**
   * As {@link Registry#find}.
   *
   * @throws TypeMismatchException if the value is of another type than the reference asks for
   */
  <T> Optional<T> find(Ref<T> ref);

  /**
   * As {@link Registry#read}.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   */
  <T> Versioned<T> read(Ref<T> ref);

  /**
   * As {@link Registry#hold}.
   *
   * @throws NotFoundException as {@link #get}
   * @throws TypeMismatchException as {@link #get}
   */
  <T> Hold<T> hold(Ref<T> ref);
}
