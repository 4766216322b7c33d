package org.drystone.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * A reader of the change feed. It never slows a publisher and misses nothing; for use by one thread
 * at a time, except {@link #close}.
 */
public interface Watch extends AutoCloseable {

  /**
   * Waits for the next commit that the caller may see and the filter lets pass.
   *
   * <p>A right that was taken meanwhile hides changes of before. {@link #position()} also moves
   * over what was hidden or filtered out.
   *
   * @param limit how long to wait; zero or less: not at all
   * @return empty if nothing came within the limit
   * @throws InterruptedException if the thread is interrupted; nothing is lost
   * @throws CompactedException if this watch fell behind what is kept, and missed something that it
   *     would have told; the message gives the oldest position
   * @throws ClosedException if the watch or the hub is closed, also while waiting
   */
  Optional<Commit> next(Duration limit) throws InterruptedException;

  /** Everything up to here was seen. A new watch after it goes on where this one is. */
  Position position();

  /** Ends the watch and wakes a thread that waits in {@link #next}; idempotent. */
  @Override
  void close();
}
