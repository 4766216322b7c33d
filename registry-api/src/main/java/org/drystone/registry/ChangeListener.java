package org.drystone.registry;

/**
 * Is told of changes on the executor that it was subscribed with: in order, one call at a time,
 * each seeing what the one before did, under no lock of the registry.
 */
@FunctionalInterface
public interface ChangeListener {

  /**
   * Something changed. An exception ends the subscription and reaches {@link #ended}.
   *
   * @param commit what the subscriber may see of it
   */
  void changed(Commit commit);

  /**
   * The subscription is over without having been closed. Called once, as the last call; by default
   * it goes to the log: as a warning, unless all that happened is that the hub was closed.
   *
   * @param reason {@link CompactedException} if the listener fell behind what is kept, {@link
   *     ClosedException} if the hub was closed, or what {@link #changed} threw
   */
  default void ended(Throwable reason) {
    boolean expected = reason instanceof ClosedException;
    System.getLogger(ChangeListener.class.getName())
        .log(
            expected ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
            "Changes are no longer told to " + this,
            reason);
  }
}
