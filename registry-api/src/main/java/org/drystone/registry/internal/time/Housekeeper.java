package org.drystone.registry.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.ClosedException;

/**
 * The hub's own thread, for what is due later. It runs no code of users but adapters' release, and
 * is there only while something is due.
 */
public final class Housekeeper {
  private static final System.Logger LOG = System.getLogger(Housekeeper.class.getName());
  private static final long IDLE_SECONDS = 1;

  private final Clock clock;
  private final ScheduledThreadPoolExecutor thread;

  public Housekeeper(Clock clock) {
    this.clock = clock;
    this.thread = new ScheduledThreadPoolExecutor(1, Housekeeper::daemon);
    this.thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    this.thread.allowCoreThreadTimeOut(true);
    this.thread.setRejectedExecutionHandler((chore, closed) -> {});
  }

  /** Runs the chore at about that time; never, if the hub is closed before. */
  public void at(Instant due, Runnable chore) {
    Duration delay = Duration.between(clock.instant(), due);
    Future<?> unused =
        thread.schedule(() -> attempt(chore), Deadline.in(delay).left(), TimeUnit.NANOSECONDS);
  }

  /** Drops what is due. */
  public void close() {
    thread.shutdownNow();
  }

  private static void attempt(Runnable chore) {
    try {
      chore.run();
    } catch (ClosedException e) {
      LOG.log(System.Logger.Level.DEBUG, "A chore ends with the hub", e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A chore of the hub failed", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "drystone-housekeeper");
    thread.setDaemon(true);
    return thread;
  }
}
