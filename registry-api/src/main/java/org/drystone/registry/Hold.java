package org.drystone.registry;

/**
 * Keeps the data of one version alive for a reader, also after its removal, until closed.
 *
 * @param <T> the type of the value
 */
public interface Hold<T> extends AutoCloseable {

  /**
   * The value, the same object each time.
   *
   * @throws ClosedException if the hold was closed
   */
  T value();

  /** The label of the version. */
  Label label();

  /** Ends the hold; idempotent. */
  @Override
  void close();
}
