package org.drystone.registry;

import java.util.Set;
import java.util.concurrent.Executor;

/** The change feed, as the caller may see it. Immutable: filters give a new facet. */
public interface Changes {

  /** Only changes of that name, or of names in that namespace; replaces an earlier filter. */
  Changes of(Scope scope);

  /**
   * Only changes of those kinds, or of all if there are none; replaces an earlier filter of kinds.
   * {@code changes().only(Set.of(Change.Published.class))}.
   */
  Changes only(Set<Class<? extends Change>> kinds);

  /** Watches from now on. */
  Watch fromNow();

  /**
   * Watches everything after that position, which is exclusive: no change is missed or told twice.
   *
   * @throws InvalidArgumentException if the position is another registry's, or in the future
   * @throws CompactedException if a change after it is no longer kept that this feed would tell;
   *     what the filter or the rights of the caller hide does not count
   */
  Watch after(Position position);

  /**
   * Pushes everything from now on to a listener, on that executor. The registry has no thread of
   * its own for it: who commits hands a task to the executor, after the commit and under no lock,
   * and goes on. An executor that runs tasks at once makes publishers wait for the listener; one
   * that refuses a task ends the subscription, with a word in the log.
   */
  Subscription to(Executor executor, ChangeListener listener);

  /**
   * As {@link #to(Executor, ChangeListener)}, with everything after that position.
   *
   * @throws InvalidArgumentException as {@link #after}
   * @throws CompactedException as {@link #after}
   */
  Subscription to(Position after, Executor executor, ChangeListener listener);
}
