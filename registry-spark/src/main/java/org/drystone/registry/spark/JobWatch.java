package org.drystone.registry.spark;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.spark.JobExecutionStatus;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;

/** Sees how far the jobs with a tag are. */
final class JobWatch {

  private static final long TASKS_END_WITHIN_SECONDS = 10;
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final SparkContext spark;
  private final String tag;

  JobWatch(SparkContext spark, String tag) {
    this.spark = spark;
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  /** In words; empty before the first task. */
  Optional<String> progress() {
    int[] counts =
        stages()
            .map(stage -> new int[] {stage.numCompletedTasks(), stage.numTasks()})
            .reduce(new int[2], (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]});
    return counts[1] == 0
        ? Optional.empty()
        : Optional.of(counts[0] + " of " + counts[1] + " tasks done");
  }

  /** Waits until no task runs; a task of a job that was ended may still be writing. */
  void awaitTasks() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TASKS_END_WITHIN_SECONDS);
    while (running() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  /** Spark hears of a job's end after it heard of the start of each of its tasks. */
  private boolean running() {
    return jobs().anyMatch(job -> job.status() == JobExecutionStatus.RUNNING)
        || stages().anyMatch(stage -> stage.numActiveTasks() > 0);
  }

  private Stream<SparkJobInfo> jobs() {
    return Arrays.stream(spark.statusTracker().getJobIdsForTag(tag))
        .mapToObj(job -> spark.statusTracker().getJobInfo(job))
        .flatMap(JobWatch::present);
  }

  private Stream<SparkStageInfo> stages() {
    return jobs()
        .map(SparkJobInfo::stageIds)
        .flatMapToInt(Arrays::stream)
        .mapToObj(stage -> spark.statusTracker().getStageInfo(stage))
        .flatMap(JobWatch::present);
  }

  private static <T> Stream<T> present(scala.Option<T> option) {
    return option.isDefined() ? Stream.of(option.get()) : Stream.empty();
  }
}
