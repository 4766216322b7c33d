package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.py4j.spi.CommandId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

  private final LocalSpark spark = new LocalSpark();
  private final SparkContext context = spark.host().sparkContext();
  private final JavaSparkContext java = JavaSparkContext.fromSparkContext(context);
  private final PySpark pyspark = PySpark.on(spark);
  private final Program ada = new Program(pyspark, FakeClient.of("ada"));
  private final Program grace = new Program(pyspark, FakeClient.of("grace"));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StartedJobs started = new StartedJobs();

  @BeforeEach
  void listen() {
    context.addSparkListener(started);
  }

  @AfterEach
  void close() {
    ada.close();
    grace.close();
    threads.shutdownNow();
    context.removeSparkListener(started);
  }

  @Test
  void cancelling_a_command_ends_that_command_only() throws Exception {
    CommandId first = Program.nextCommand();
    CommandId second = Program.nextCommand();
    Future<?> one = startLongJob(ada, first);
    Future<?> two = startLongJob(ada, second);
    Future<?> other = startLongJob(grace, Program.nextCommand());

    ada.extension.cancel(first);

    assertCancelled(one);
    assertThat(two).isNotDone();
    assertThat(other).isNotDone();
    ada.extension.cancel(second);
    assertCancelled(two);
  }

  @Test
  void a_command_that_is_cancelled_between_two_jobs_ends_too() throws Exception {
    CommandId command = Program.nextCommand();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    Future<?> running =
        threads.submit(
            () ->
                ada.run(
                    command,
                    () -> {
                      begun.countDown();
                      cancelled.await();
                      return longJob(ada.spark());
                    }));
    begun.await();
    ada.extension.cancel(command);
    cancelled.countDown();
    assertCancelled(running);
  }

  @Test
  void cancelling_what_has_ended_or_never_ran_does_nothing() throws Exception {
    CommandId ended = Program.nextCommand();
    ada.run(ended, () -> "done");
    ada.extension.cancel(ended);
    ada.extension.cancel(Program.nextCommand());
    assertThat(ada.run(() -> ada.spark().range(5).count())).isEqualTo(5L);
  }

  @Test
  void all_jobs_are_ones_own_jobs() throws Exception {
    Future<?> own = startLongJob(ada, Program.nextCommand());
    Future<?> other = startLongJob(grace, Program.nextCommand());
    ada.call(java, "cancelAllJobs");
    assertCancelled(own);
    assertThat(other).isNotDone();
  }

  @Test
  void groups_and_tags_of_the_same_name_are_different_jobs() throws Exception {
    Future<?> own = startLongJob(ada, Program.nextCommand(), "setJobGroup", "etl", "nightly");
    Future<?> other = startLongJob(grace, Program.nextCommand(), "setJobGroup", "etl", "nightly");
    ada.call(context, "cancelJobGroup", "etl");
    assertCancelled(own);
    assertThat(other).isNotDone();

    Future<?> tagged = startLongJob(ada, Program.nextCommand(), "addJobTag", "mine");
    grace.call(java, "cancelJobsWithTag", "mine");
    assertThat(tagged).isNotDone();
    ada.call(java, "cancelJobsWithTag", "mine");
    assertCancelled(tagged);
  }

  @Test
  void a_program_sees_its_tags_and_group_as_it_named_them() throws Exception {
    try {
      ada.call(java, "addJobTag", "mine");
      ada.call(java, "setJobGroup", "etl", "nightly", false);
      assertThat(Program.value(ada.call(java, "getJobTags"))).isEqualTo(Set.of("mine"));
      assertThat(Program.value(ada.call(java, "getLocalProperty", "spark.jobGroup.id")))
          .isEqualTo("etl");
      assertThat(Program.value(grace.call(java, "getJobTags"))).isEqualTo(Set.of());
      ada.call(java, "clearJobTags");
      assertThat(Program.value(ada.call(java, "getJobTags"))).isEqualTo(Set.of());
    } finally {
      context.clearJobTags();
      context.clearJobGroup();
    }
  }

  @Test
  void a_new_thread_of_a_program_inherits_nothing_of_the_hub() throws Exception {
    Properties handedOn = (Properties) Program.value(ada.call(context, "getLocalProperties"));
    assertThat(handedOn).doesNotContainKeys("spark.job.tags", "spark.scheduler.pool");
  }

  @Test
  void a_stream_starts_without_a_tag_and_ends_with_its_program() throws Exception {
    SparkSession session = ada.spark();
    var writer = session.readStream().format("rate").load().writeStream().format("noop");
    var query =
        ada.run(
            () -> {
              ada.extension.call(writer, "start", List.of());
              assertThat(java.getJobTags()).isEmpty();
              return writer.start();
            });
    assertThat(query.isActive()).isTrue();
    ada.close();
    assertThat(query.isActive()).isFalse();
  }

  @Test
  void the_end_of_a_program_cancels_its_jobs() throws Exception {
    Future<?> own = startLongJob(ada, Program.nextCommand());
    Future<?> other = startLongJob(grace, Program.nextCommand());
    ada.close();
    assertCancelled(own);
    assertThat(other).isNotDone();
  }

  private Future<?> startLongJob(Program program, CommandId command, Object... before)
      throws Exception {
    Future<?> running =
        threads.submit(
            () -> {
              if (before.length > 0) {
                Object[] arguments = Arrays.copyOfRange(before, 1, before.length);
                program.call(java, (String) before[0], arguments);
              }
              return program.run(command, () -> longJob(program.spark()));
            });
    Await.until("the job runs", () -> running.isDone() || started.of(command));
    assertThat(running).isNotDone();
    return running;
  }

  private static long longJob(SparkSession session) {
    return session.range(0, Long.MAX_VALUE / 4, 1, 1).filter("id % 7 = 9").count();
  }

  private static void assertCancelled(Future<?> running) {
    assertThatThrownBy(() -> running.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("cancelled");
  }
}
