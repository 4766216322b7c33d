package org.drystone.registry.internal.publishing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Publication;
import org.drystone.registry.Registry;
import org.drystone.registry.Versioned;

/** The compare-and-set loop: whoever loses a race looks again at what is there. */
public final class Updates {
  private static final int ATTEMPTS = 1000;
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Registry registry;

  public Updates(Registry registry) {
    this.registry = registry;
  }

  public <T> Label update(Key<T> key, UnaryOperator<T> change, UnaryOperator<Publication> with) {
    for (int attempt = 1; ; attempt++) {
      Versioned<T> present = registry.read(key);
      T changed = change.apply(present.value());
      try {
        return registry.publish(
            key, changed, plain -> with.apply(plain).replacing(present.label()));
      } catch (ConflictException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
        pause(key, attempt);
      }
    }
  }

  /** Many who race come to an end sooner if they do not all come back at once. */
  private static void pause(Key<?> key, int attempt) {
    long longest =
        Math.min(LONGEST_PAUSE_NANOS, TimeUnit.MICROSECONDS.toNanos(1L << Math.min(attempt, 20)));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException(
          "The update of " + key + " was cancelled",
          "the thread was interrupted",
          "Nothing was published; update again");
    }
  }
}
