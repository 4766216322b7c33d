package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.spark.TestSpark.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Label;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a publication and to its rows, whatever happens around it. */
class FreezingTest extends SparkTest {

  /** Tasks run in this JVM, but their functions are copies: only statics are shared. */
  private static volatile CountDownLatch reached = new CountDownLatch(1);

  private static volatile CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void releaseTasks() {
    goOn.countDown();
    reached = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
  }

  @Test
  void rows_stay_when_the_source_is_overwritten_and_deleted() throws Exception {
    Path csv = csv("a,1\nb,2\n");
    Dataset<Row> source = read(csv);
    publish("frozen", source);

    Files.writeString(csv, "c,3\n");
    assertThat(rows(get("frozen"))).containsExactlyInAnyOrder("[a,1]", "[b,2]");
    Files.delete(csv);
    assertThat(rows(get("frozen"))).containsExactlyInAnyOrder("[a,1]", "[b,2]");
  }

  @Test
  void rows_are_those_of_one_moment_even_if_the_plan_is_random() {
    publish("frozen", spark.range(20).select(functions.rand().as("r")));

    assertThat(rows(get("frozen"))).isEqualTo(rows(get("frozen")));
  }

  @Test
  void a_setting_of_the_publisher_cannot_cut_microseconds() {
    SparkSession publisher = spark.newSession();
    publisher.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MILLIS");
    publisher.conf().set("spark.sql.files.maxRecordsPerFile", "1");
    Dataset<Row> precise = publisher.sql("SELECT timestamp'2026-07-31 12:00:00.123456' AS t");

    Label label = publish("frozen", precise);

    assertThat(rows(get("frozen"))).isEqualTo(rows(precise));
    assertThat(label.details()).containsEntry("files", "1");
  }

  @Test
  void the_publishers_own_functions_and_settings_compute_the_rows() {
    SparkSession publisher = spark.newSession();
    publisher.conf().set("spark.sql.mapKeyDedupPolicy", "LAST_WIN");
    publisher.udf().register("twice", (UDF1<Long, Long>) n -> n * 2, DataTypes.LongType);

    publish("frozen", publisher.sql("SELECT twice(id) AS n, map(id, 1, id, 2) AS m FROM range(2)"));

    assertThat(rows(get("frozen").orderBy("n")))
        .containsExactly("[0,Map(0 -> 2)]", "[2,Map(1 -> 2)]");
  }

  @Test
  void a_function_that_fails_at_some_row_leaves_nothing_behind() throws Exception {
    Dataset<Row> failing =
        spark.range(0, 10_000, 1, 8).select(failingAt(7_777).apply(id()).as("n"));

    assertThatThrownBy(() -> publish("frozen", failing))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("shared/frozen could not be frozen")
        .hasMessageContaining("row 7777 is bad");
    assertNothingIsLeft();
  }

  @Test
  void a_source_that_changes_meanwhile_fails_the_publication() throws Exception {
    Path csv = csv("a,1\nb,2\n");
    Dataset<Row> slow =
        read(csv).withColumn("n", waiting().apply(functions.col("_c1").cast("long")));

    FutureTask<Label> publication = inBackground(() -> publish("frozen", slow));
    reached.await();
    Files.writeString(csv, "a,1\nb,2\nc,3\n");
    goOn.countDown();

    assertThatThrownBy(publication::get)
        .hasCauseInstanceOf(UnavailableException.class)
        .hasMessageContaining(csv.getFileName().toString())
        .hasMessageContaining("changed");
    assertNothingIsLeft();
  }

  @Test
  void a_condition_that_fails_meanwhile_ends_the_freeze() throws Exception {
    Dataset<Row> slow = spark.range(0, 2, 1, 1).select(waiting().apply(id()).as("n"));
    FutureTask<Label> publication =
        inBackground(() -> publish("frozen", slow, with -> with.ifAbsent()));
    reached.await();
    TestSpark.await(
        "progress is told",
        () -> registry.underway().get(0).progress().equals("0 of 1 tasks done"));
    Label other = publish("frozen", spark.range(1).toDF("n"));

    assertThatThrownBy(publication::get).hasCauseInstanceOf(ConflictException.class);
    assertThat(registry.versions(key("frozen").name())).containsExactly(other);
    assertThat(TestSpark.snapshotsIn(snapshots())).hasSize(1);
    assertThat(registry.underway()).isEmpty();
  }

  @Test
  void an_interrupt_ends_the_freeze() throws Exception {
    Dataset<Row> slow = spark.range(0, 2, 1, 1).select(waiting().apply(id()).as("n"));
    FutureTask<Label> publication = new FutureTask<>(() -> publish("frozen", slow));
    Thread publisher = new Thread(publication);
    publisher.start();
    reached.await();
    publisher.interrupt();

    assertThatThrownBy(publication::get).hasCauseInstanceOf(CancelledException.class);
    assertNothingIsLeft();
  }

  @Test
  void two_publishers_freeze_at_the_same_time() throws Exception {
    FutureTask<Label> one = inBackground(() -> publish("frozen", spark.range(100).toDF("n")));
    FutureTask<Label> two = inBackground(() -> publish("frozen", spark.range(50).toDF("n")));

    assertThat(List.of(one.get().version(), two.get().version())).containsExactlyInAnyOrder(1L, 2L);
    long first = registry.get(key("frozen").version(one.get().version())).count();
    long second = registry.get(key("frozen").version(two.get().version())).count();
    assertThat(List.of(first, second)).containsExactly(100L, 50L);
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(registry.find(key("frozen"))).isEmpty();
    assertThat(registry.underway()).isEmpty();
    assertThat(TestSpark.snapshotsIn(snapshots())).isEmpty();
    TestSpark.await(
        "no job runs any more",
        () -> spark.sparkContext().statusTracker().getActiveJobIds().length == 0);
  }

  private Path csv(String text) throws Exception {
    return Files.writeString(folder.resolve("source.csv"), text);
  }

  private Dataset<Row> read(Path csv) {
    return spark.read().csv(csv.toString());
  }

  private static Column id() {
    return functions.col("id");
  }

  private static UserDefinedFunction failingAt(long bad) {
    return functions.udf(
        (UDF1<Long, Long>)
            n -> {
              if (n == bad) {
                throw new IllegalStateException("row " + n + " is bad");
              }
              return n;
            },
        DataTypes.LongType);
  }

  /** Tells that a task runs, and holds it until the test lets it go on or it is interrupted. */
  private static UserDefinedFunction waiting() {
    return functions.udf(
        (UDF1<Long, Long>)
            n -> {
              reached.countDown();
              goOn.await();
              return n;
            },
        DataTypes.LongType);
  }

  private static <T> FutureTask<T> inBackground(Callable<T> work) throws ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }
}
