package org.drystone.registry.spark.pyspark;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.SparkContext;
import org.drystone.registry.py4j.spi.CommandId;

/** The commands that one session runs now, and how they are cancelled. */
final class Commands {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration MAY_BEGIN_WITHIN = Duration.ofSeconds(2);

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
    Thread thread = new Thread(() -> cancelUntilEnd(command), "drystone-cancel-" + command);
    thread.setDaemon(true);
    thread.start();
  }

  /** Cancels each command that runs now. */
  void cancelAll() {
    running.keySet().forEach(this::cancel);
  }

  // Spark cancels by tag only the jobs that are active at that moment: a query starts several, and
  // the command itself may be about to begin.
  private void cancelUntilEnd(CommandId command) {
    Instant mayBeginUntil = Instant.now().plus(MAY_BEGIN_WITHIN);
    Duration pause = FIRST_PAUSE;
    try {
      while (mayRun(command, mayBeginUntil)) {
        cancelJobs(names.command(command));
        awaitEnd(command, pause);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mayRun(CommandId command, Instant mayBeginUntil) {
    boolean mayBegin = Instant.now().isBefore(mayBeginUntil);
    return !context.isStopped() && (mayBegin || running.containsKey(command));
  }

  private void awaitEnd(CommandId command, Duration limit) throws InterruptedException {
    running.getOrDefault(command, new CountDownLatch(1)).await(limit.toMillis(), MILLISECONDS);
  }

  /** Cancels the active jobs with that tag; nothing once Spark is stopped. */
  void cancelJobs(String tag) {
    if (!context.isStopped()) {
      context.cancelJobsWithTag(tag, "cancelled by its client");
    }
  }
}
