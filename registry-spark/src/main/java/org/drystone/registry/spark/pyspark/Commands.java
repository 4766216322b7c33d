package org.drystone.registry.spark.pyspark;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.drystone.registry.py4j.spi.CommandId;

/** The commands that one session runs now, and how they are cancelled. */
final class Commands {

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final SparkContext context;
  private final JobNames names;
  private final Map<CommandId, CountDownLatch> running = new ConcurrentHashMap<>();

  Commands(SparkContext context, JobNames names) {
    this.context = context;
    this.names = names;
  }

  /** Runs the body as that command. */
  <T> T run(CommandId command, Callable<T> body) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    running.put(command, ended);
    try {
      return body.call();
    } finally {
      running.remove(command);
      ended.countDown();
    }
  }

  /** Cancels the jobs of that command, those that it starts from now on too. Never blocks. */
  void cancel(CommandId command) {
    CountDownLatch ended = running.get(command);
    if (ended != null) {
      Thread thread = new Thread(() -> cancelUntil(ended, command), "drystone-cancel-" + command);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Cancels each command that runs now. */
  void cancelAll() {
    running.keySet().forEach(this::cancel);
  }

  // Spark cancels by tag only the jobs that are active at that moment, and a query starts several.
  private void cancelUntil(CountDownLatch ended, CommandId command) {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      do {
        cancelJobs(names.command(command));
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      } while (!ended.await(pause, TimeUnit.MILLISECONDS) && !context.isStopped());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Cancels the active jobs with that tag; nothing once Spark is stopped. */
  void cancelJobs(String tag) {
    if (!context.isStopped()) {
      context.cancelJobsWithTag(tag, "cancelled by its client");
    }
  }
}
