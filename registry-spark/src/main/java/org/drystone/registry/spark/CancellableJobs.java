package org.drystone.registry.spark;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.drystone.registry.CancelledException;
import org.drystone.registry.spi.AdmissionContext;

/**
 * Work that runs Spark jobs and can be stopped at any moment. It runs on a thread of its own, which
 * inherits the scheduling pool and the tags of the caller's; the caller's thread meanwhile watches
 * for cancellation and interrupts and tells the progress.
 */
final class CancellableJobs {

  private static final long LOOK_EVERY_MILLIS = 50;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final SparkContext spark;
  private final AdmissionContext context;
  private final JobWatch jobs;
  private final Duration stopWithin;

  /** Set once: by the work when it has its result, or by the one who stops it. */
  private final AtomicBoolean decided = new AtomicBoolean();

  CancellableJobs(SparkContext spark, AdmissionContext context) {
    this(spark, context, STOP_WITHIN);
  }

  /** The same, with that limit for work to end once it is stopped. */
  CancellableJobs(SparkContext spark, AdmissionContext context, Duration stopWithin) {
    this.spark = spark;
    this.context = context;
    this.stopWithin = stopWithin;
    this.jobs = new JobWatch(spark, "drystone-freeze-" + UUID.randomUUID());
  }

  /**
   * Runs the work to its end.
   *
   * @throws ExecutionException with what the work threw
   * @throws CancelledException if the publication was cancelled before {@link #finish}; the work
   *     has ended then, unless it does not react within 15 seconds
   * @throws InterruptedException if this thread was interrupted before that, with the same effect
   */
  <T> T run(Callable<T> work) throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(() -> tagged(work));
    Thread thread = new Thread(task, "drystone-freeze " + context.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task);
    } catch (InterruptedException | CancelledException e) {
      if (decided.compareAndSet(false, true)) {
        stop(thread);
        throw e;
      }
      return resultOf(task, e);
    }
  }

  /**
   * To be called by the work between its steps.
   *
   * @throws CancelledException if the publication was cancelled
   * @throws CancellationException if the publisher's thread was interrupted
   */
  void check() {
    context.checkNotCancelled();
    if (decided.get()) {
      throw new CancellationException();
    }
  }

  /**
   * To be called by the work as the last thing that can fail: from now on its result counts.
   *
   * @throws CancelledException as {@link #check}
   * @throws CancellationException as {@link #check}
   */
  void finish() {
    context.checkNotCancelled();
    if (!decided.compareAndSet(false, true)) {
      throw new CancellationException();
    }
  }

  /** Waits, for a while, until no task of this work runs any more, so that none writes files. */
  void awaitTasks() {
    jobs.awaitTasks();
  }

  private <T> T tagged(Callable<T> work) throws Exception {
    spark.addJobTag(jobs.tag());
    spark.setInterruptOnCancel(true);
    spark.setJobDescription("Freezing " + context.name());
    return work.call();
  }

  private <T> T await(FutureTask<T> task) throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        context.checkNotCancelled();
        jobs.progress().ifPresent(context::progress);
      }
    }
  }

  /** The result that is there, or is just being handed over. An interrupt stays set. */
  private static <T> T resultOf(FutureTask<T> task, Exception meanwhile) throws ExecutionException {
    boolean interrupted = meanwhile instanceof InterruptedException;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // Asked again: there is nothing left to stop.
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The work may start another job just after one was cancelled, so this goes on until it ends. */
  private void stop(Thread thread) throws InterruptedException {
    long deadline = System.nanoTime() + stopWithin.toNanos();
    while (thread.isAlive() && System.nanoTime() < deadline) {
      spark.cancelJobsWithTag(jobs.tag());
      thread.join(LOOK_EVERY_MILLIS);
    }
  }
}
