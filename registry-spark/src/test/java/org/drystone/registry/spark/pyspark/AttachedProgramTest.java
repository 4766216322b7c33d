package org.drystone.registry.spark.pyspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import org.apache.spark.JobArtifactSet$;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SQLContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.CommandId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachedProgramTest {

  private static final String SPARK_CONTEXT = "org.apache.spark.api.java.JavaSparkContext";
  private static final String SPARK_CONF = "org.apache.spark.SparkConf";

  private final LocalSpark spark = new LocalSpark();
  private final SparkContext context = spark.host().sparkContext();
  private final PySpark pyspark = PySpark.on(spark);
  private final Program ada = new Program(pyspark, FakeClient.of("ada"));
  private final Program grace = new Program(pyspark, FakeClient.of("grace"));

  @AfterEach
  void close() {
    ada.close();
    grace.close();
  }

  @Test
  void programs_get_the_running_context_and_a_copy_of_its_configuration() throws Exception {
    SparkConf conf = (SparkConf) ada.construct(SPARK_CONF, true);
    assertThat(conf.get("spark.master")).isEqualTo("local[2]");
    conf.set("spark.app.name", "mine");
    assertThat(context.getConf().get("spark.app.name")).isNotEqualTo("mine");
    assertThat(((JavaSparkContext) ada.construct(SPARK_CONTEXT, conf)).sc()).isSameAs(context);
    assertThat(ada.construct("org.apache.spark.SparkContext", conf)).isSameAs(context);
  }

  @Test
  void each_program_has_one_session_of_its_own() throws Exception {
    assertThat(ada.spark()).isSameAs(ada.spark()).isNotSameAs(grace.spark());
    assertThat(spark.bound).containsEntry(ada.spark(), ada.client.caller());
    ada.spark().range(1).createOrReplaceTempView("mine");
    assertThat(ada.spark().catalog().tableExists("mine")).isTrue();
    assertThat(grace.spark().catalog().tableExists("mine")).isFalse();
  }

  @Test
  void the_default_session_of_the_application_stays() throws Exception {
    ada.callStatic("org.apache.spark.sql.SparkSession", "setDefaultSession", ada.spark());
    ada.callStatic("org.apache.spark.sql.classic.SparkSession", "clearDefaultSession");
    assertThat(SparkSession.getDefaultSession().get()).isSameAs(spark.host());
  }

  @Test
  void a_command_runs_under_its_session_and_leaves_no_trace_on_the_thread() throws Exception {
    SparkSession before = spark.host();
    SparkSession.setActiveSession(before);
    CommandId command = Program.nextCommand();
    ada.run(
        command,
        () -> {
          assertThat(SparkSession.active()).isSameAs(ada.spark());
          assertThat(context.getLocalProperty("spark.scheduler.pool")).isEqualTo("ada");
          assertThat(tags()).anyMatch(tag -> tag.endsWith("/" + command));
          assertThat(JobArtifactSet$.MODULE$.getCurrentJobArtifactState().get().uuid())
              .isEqualTo(ada.spark().sessionUUID());
          return null;
        });
    assertThat(SparkSession.active()).isSameAs(before);
    assertThat(context.getLocalProperty("spark.scheduler.pool")).isNull();
    assertThat(tags()).isEmpty();
    assertThat(JobArtifactSet$.MODULE$.getCurrentJobArtifactState().isEmpty()).isTrue();
  }

  @Test
  void a_failed_command_leaves_no_trace_either() {
    assertThatThrownBy(
            () ->
                ada.run(
                    () -> {
                      throw new java.io.IOException("checked");
                    }))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("checked");
    assertThat(tags()).isEmpty();
  }

  @Test
  void a_command_within_a_command_leaves_the_outer_one_as_it_was() throws Exception {
    ada.run(
        () -> {
          Set<String> outer = tags();
          ada.run(() -> assertThat(tags()).containsAll(outer).hasSize(outer.size() + 1));
          return assertThat(tags()).isEqualTo(outer);
        });
  }

  @Test
  void what_a_program_sets_for_its_thread_stays() throws Exception {
    ada.run(
        () -> {
          context.setLocalProperty("spark.scheduler.pool", "etl");
          return null;
        });
    try {
      ada.run(() -> assertThat(context.getLocalProperty("spark.scheduler.pool")).isEqualTo("etl"));
    } finally {
      context.setLocalProperty("spark.scheduler.pool", null);
    }
  }

  @Test
  void the_pool_of_a_user_is_fair_inside() throws Exception {
    ada.run(() -> null);
    assertThat(context.getPoolForName("ada").get().schedulingMode().toString()).isEqualTo("FAIR");
  }

  @Test
  void stopping_ends_the_programs_own_session_only() throws Exception {
    SparkSession old = ada.spark();
    Dataset<?> views = old.range(3).toDF();
    old.range(1).createOrReplaceTempView("gone");
    SparkSession other = grace.spark();

    assertThat(ada.call(old, "stop")).isEqualTo(Answer.nothing());

    assertThat(context.isStopped()).isFalse();
    assertThat(grace.spark()).isSameAs(other);
    assertThat(ada.spark()).isNotSameAs(old);
    assertThat(ada.spark().catalog().tableExists("gone")).isFalse();
    assertThat(spark.bound).doesNotContainKey(old).containsKey(ada.spark());
    assertThatThrownBy(() -> ada.call(views, "count")).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> ada.call(old, "range", 3L)).isInstanceOf(UnavailableException.class);
  }

  @Test
  void stopping_twice_does_not_end_the_next_session() throws Exception {
    SparkSession old = ada.spark();
    ada.call(old, "stop");
    SparkSession next = ada.spark();
    ada.call(old, "stop");
    assertThat(ada.spark()).isSameAs(next);
  }

  @Test
  void each_way_to_stop_is_answered() throws Exception {
    for (Object target : new Object[] {context, JavaSparkContext.fromSparkContext(context)}) {
      assertThat(ada.call(target, "stop")).isEqualTo(Answer.nothing());
      assertThat(ada.call(target, "close")).isEqualTo(Answer.nothing());
    }
    assertThat(context.isStopped()).isFalse();
  }

  @Test
  void a_further_session_belongs_to_the_program_and_can_be_its_active_one() throws Exception {
    SparkSession second = (SparkSession) Program.value(ada.call(ada.spark(), "newSession"));
    assertThat(spark.bound).containsEntry(second, ada.client.caller());
    ada.callStatic("org.apache.spark.sql.classic.SparkSession", "setActiveSession", second);
    ada.run(() -> assertThat(SparkSession.active()).isSameAs(second));
    ada.callStatic("org.apache.spark.sql.classic.SparkSession", "setActiveSession", spark.host());
    ada.run(() -> assertThat(SparkSession.active()).isSameAs(second));
    ada.callStatic("org.apache.spark.sql.classic.SparkSession", "clearActiveSession");
    ada.run(() -> assertThat(SparkSession.active()).isSameAs(ada.spark()));
  }

  @Test
  void a_further_session_made_the_old_way_belongs_to_the_program_too() throws Exception {
    Answer second = ada.call(ada.spark().sqlContext(), "newSession");
    assertThat(spark.bound)
        .containsEntry(((SQLContext) Program.value(second)).sparkSession(), ada.client.caller());
  }

  @Test
  void nothing_keeps_the_session_of_a_program_that_is_gone() throws Exception {
    WeakReference<SparkSession> session = sessionOfAProgramThatIsGone();
    Await.until(
        "the session is collected",
        () -> {
          System.gc();
          return session.refersTo(null);
        });
  }

  private WeakReference<SparkSession> sessionOfAProgramThatIsGone() throws Exception {
    try (Program gone = new Program(pyspark, FakeClient.of("ada"))) {
      gone.run(() -> gone.spark().range(3).cache().count());
      gone.run(() -> gone.spark().sql("SELECT 1").collectAsList());
      return new WeakReference<>(gone.spark());
    }
  }

  @Test
  void a_second_program_that_cannot_be_told_apart_is_refused() throws Exception {
    try (Program unknown = new Program(pyspark, FakeClient.ofUnknownProcess("ada"))) {
      Object conf = unknown.construct(SPARK_CONF);
      unknown.construct(SPARK_CONTEXT, conf);
      assertThatThrownBy(() -> unknown.construct(SPARK_CONTEXT, conf))
          .isInstanceOf(NotPermittedException.class)
          .hasMessageContaining("second program");
      unknown.call(unknown.spark(), "stop");
      assertThat(unknown.construct(SPARK_CONTEXT, conf)).isInstanceOf(JavaSparkContext.class);
    }
  }

  @Test
  void settings_that_come_too_late_are_named_once_in_the_log() throws Exception {
    SparkConf conf =
        ((SparkConf) ada.construct(SPARK_CONF))
            .set("spark.executor.memory", "64g")
            .set("spark.sql.extensions", "io.delta")
            .set("spark.sql.shuffle.partitions", "7")
            .set("spark.rdd.compress", "True");
    ada.construct(SPARK_CONTEXT, conf);
    ada.construct(SPARK_CONTEXT, conf);
    assertThat(ada.client.log)
        .singleElement()
        .asString()
        .contains("spark.executor.memory, spark.sql.extensions.");
    assertThat(ada.extension.settingsWithoutEffect(Map.of("spark.master", "local[2]"))).isEmpty();
    assertThat(ada.extension.settingsWithoutEffect(Map.of("spark.master", "yarn")))
        .containsExactly("spark.master");
  }

  @Test
  void what_acts_on_everybody_is_not_done() throws Exception {
    assertThat(ada.call(context, "setLogLevel", "OFF")).isEqualTo(Answer.nothing());
    assertThat(ada.client.log).singleElement().asString().contains("setLogLevel");
    assertThat(ada.call(context, "defaultParallelism")).isEqualTo(Answer.pass());
  }

  @Test
  void system_properties_are_not_changed() throws Exception {
    String before = System.getProperty("user.name");
    assertThat(ada.callStatic("java.lang.System", "setProperty", "user.name", "ada"))
        .isEqualTo(Answer.nothing());
    assertThat(ada.callStatic("java.lang.System", "getProperty", "user.name"))
        .isEqualTo(Answer.pass());
    assertThat(System.getProperty("user.name")).isEqualTo(before);
    assertThat(ada.client.log).singleElement().asString().contains("setProperty");
  }

  private Set<String> tags() {
    return JavaSparkContext.fromSparkContext(context).getJobTags();
  }
}
