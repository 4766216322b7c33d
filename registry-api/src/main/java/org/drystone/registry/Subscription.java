package org.drystone.registry;

/** Changes that are pushed to a {@link ChangeListener} until this is closed, or over by itself. */
public interface Subscription extends AutoCloseable {

  /** Everything up to here was told to the listener, which has returned, or was hidden from it. */
  Position position();

  /** Whether changes still come. */
  boolean isOpen();

  /**
   * Ends the subscription at once, without waiting for a call of the listener that runs just now:
   * no other one begins after this returns. Idempotent; the listener may call it.
   */
  @Override
  void close();
}
