package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.spark.TestSpark.client;
import static org.drystone.registry.spark.TestSpark.key;

import java.util.List;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of the registry in SQL. */
class SqlTest extends SparkTest {

  @Test
  void a_name_with_spaces_and_other_scripts_is_quoted() {
    registry.publish(key("shared/my new shiny DataFrame"), spark.range(2).toDF("n"));
    registry.publish(key("shared/größe 漢字"), spark.range(2).toDF("n"));

    assertThat(rows(spark.sql("SELECT max(n) FROM hub.shared.`my new shiny DataFrame`")))
        .containsExactly("[1]");
    assertThat(rows(spark.sql("SELECT max(n) FROM hub.shared.`größe 漢字`"))).containsExactly("[1]");
  }

  @Test
  void versions_are_read_by_number() {
    publish("t", spark.range(1).toDF("n"));
    publish("t", spark.range(2).toDF("n"));

    assertThat(spark.sql("SELECT * FROM hub.shared.t").count()).isEqualTo(2);
    assertThat(spark.sql("SELECT * FROM hub.shared.t VERSION AS OF 1").count()).isEqualTo(1);
    assertThatThrownBy(() -> spark.sql("SELECT * FROM hub.shared.t VERSION AS OF 3"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void tables_are_shown_and_described_and_other_values_are_not() {
    publish("t", spark.range(1).toDF("n"), with -> with.describedAs("numbers"));
    registry.publish(Key.of("limits", Object.class), "no table");

    assertThat(rows(spark.sql("SHOW TABLES IN hub.shared"))).containsExactly("[shared,t,false]");
    assertThat(rows(spark.sql("DESCRIBE hub.shared.t"))).contains("[n,bigint,null]");
    assertThat(spark.sql("DESCRIBE EXTENDED hub.shared.t").toJSON().collectAsList().toString())
        .contains("numbers");
    assertThat(rows(spark.sql("SHOW NAMESPACES IN hub"))).contains("[shared]");
    assertThat(spark.catalog().tableExists("hub.shared.t")).isTrue();
    assertThat(spark.catalog().tableExists("hub.shared.u")).isFalse();
    assertThatThrownBy(() -> spark.sql("SELECT * FROM hub.shared.limits"))
        .hasMessageContaining("java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.shared.nothing", "hub.nobody.t", "hub.a.b.c", "hub.shared.`a/b`"})
  void what_is_not_there_is_a_table_that_is_not_found(String name) {
    assertThatThrownBy(() -> spark.sql("SELECT * FROM " + name))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void a_session_reads_with_the_rights_of_its_caller() {
    TestSpark.Client ada = client(hub, "ada");
    TestSpark.Client grace = client(hub, "grace");
    Registry adas = hub.hub().as(ada.caller());
    adas.publish(key("ada/secret"), ada.session().range(3).toDF("n"));
    String query = "SELECT count(*) FROM hub.ada.secret";

    assertThat(rows(ada.session().sql(query))).containsExactly("[3]");
    assertThatThrownBy(() -> grace.session().sql(query))
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    assertThatThrownBy(() -> grace.session().sql("SHOW TABLES IN hub.ada"))
        .hasMessageContaining("NOT_FOUND");
    assertThat(grace.session().catalog().tableExists("hub.ada.secret")).isFalse();

    adas.access().grant(Name.parse("ada/secret"), Principal.user("grace"), Right.READ);
    assertThat(rows(grace.session().sql(query))).containsExactly("[3]");
    assertThat(rows(grace.session().sql("SHOW TABLES IN hub.ada"))).hasSize(1);
  }

  @Test
  void what_a_caller_reads_by_key_belongs_to_the_callers_session() {
    publish("t", spark.range(1).toDF("n"));
    TestSpark.Client ada = client(hub, "ada");

    assertThat(hub.hub().as(ada.caller()).get(key("t")).sparkSession()).isSameAs(ada.session());
    assertThat(get("t").sparkSession()).isSameAs(spark);
  }

  @Test
  void a_caller_whose_session_is_over_does_not_read_with_the_hosts() {
    publish("t", spark.range(1).toDF("n"));
    TestSpark.Client ada = client(hub, "ada");
    hub.sessions().unbind(ada.caller(), ada.session());

    assertThatThrownBy(() -> hub.hub().as(ada.caller()).get(key("t")))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("was stopped");
    hub.sessions().bind(ada.caller(), ada.session());
    assertThat(hub.hub().as(ada.caller()).get(key("t")).sparkSession()).isSameAs(ada.session());
  }

  @Test
  void a_session_that_was_there_before_the_hub_reads_as_well() {
    hub.close();
    SparkSession old = SparkSession.builder().getOrCreate().newSession();
    old.conf().set("spark.sql.catalog.hub", "org.drystone.registry.spark.catalog.HubCatalog");
    openHub();
    publish("t", spark.range(0, 10, 1, 2).selectExpr("id AS n", "id AS `odd name`").orderBy("n"));

    assertThat(rows(old.sql("SELECT `odd name` FROM hub.shared.t WHERE n > 7 ORDER BY 1")))
        .containsExactly("[8]", "[9]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO hub.shared.t VALUES (1)",
        "INSERT OVERWRITE hub.shared.t VALUES (1)",
        "DELETE FROM hub.shared.t WHERE n = 0",
        "UPDATE hub.shared.t SET n = 1",
        "MERGE INTO hub.shared.t USING (SELECT 1 AS id) s ON t.n = s.id WHEN MATCHED THEN DELETE",
        "CREATE TABLE hub.shared.u (n INT)",
        "CREATE TABLE hub.shared.u AS SELECT 1 AS n",
        "CREATE OR REPLACE TABLE hub.shared.t AS SELECT 1 AS n",
        "ALTER TABLE hub.shared.t ADD COLUMN m INT",
        "ALTER TABLE hub.shared.t RENAME TO hub.shared.u",
        "TRUNCATE TABLE hub.shared.t",
        "DROP TABLE hub.shared.t",
        "CREATE NAMESPACE hub.mine",
        "DROP NAMESPACE hub.shared",
      })
  void sql_changes_nothing_and_says_how_to(String statement) {
    publish("t", spark.range(3).toDF("n"));

    assertThatThrownBy(() -> spark.sql(statement))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("ublish");
    assertThat(get("t").count()).isEqualTo(3);
    assertThat(registry.find(key("u"))).isEmpty();
  }

  @Test
  void writing_a_frame_to_the_catalog_says_how_to_publish() {
    Dataset<Row> frame = spark.range(1).toDF("n");

    assertThatThrownBy(() -> frame.writeTo("hub.shared.u").create())
        .hasMessageContaining("registry.publish");
    assertThatThrownBy(() -> frame.write().saveAsTable("hub.shared.u"))
        .hasMessageContaining("registry.publish");
  }

  @Test
  void looking_at_names_starts_no_job() throws Exception {
    publish("t", spark.range(3).toDF("n"));
    spark.sparkContext().setJobGroup("looking", "", false);
    try {
      get("t").schema();
      spark.table("hub.shared.t").schema();
      spark.sql("SHOW TABLES IN hub.shared").collectAsList();
      spark.sql("DESCRIBE EXTENDED hub.shared.t").collectAsList();
      spark.catalog().tableExists("hub.shared.t");
      registry.export(key("t"));
      spark.range(1).foreachPartition((ForeachPartitionFunction<Long>) rows -> {});
    } finally {
      spark.sparkContext().clearJobGroup();
    }

    // Spark hears of jobs in order: once the last is known, so are all before it.
    TestSpark.await("the one job is known", () -> jobs("looking") > 0);
    assertThat(jobs("looking")).isEqualTo(1);
  }

  private int jobs(String group) {
    return spark.sparkContext().statusTracker().getJobIdsForGroup(group).length;
  }

  @Test
  void frames_and_sql_are_joined_freely() {
    publish("a", spark.range(5).toDF("id"));
    publish("b", spark.range(3, 9).toDF("id"));

    assertThat(rows(get("a").join(spark.table("hub.shared.b"), "id").orderBy("id")))
        .containsExactly("[3]", "[4]");
    Dataset<Row> one = get("a");
    Dataset<Row> same = get("a");
    assertThat(one.join(same, one.col("id").plus(1).equalTo(same.col("id"))).count()).isEqualTo(4);
    assertThat(
            List.of(
                spark
                    .sql(
                        "SELECT count(*) FROM hub.shared.a x, hub.shared.a y, hub.shared.b z"
                            + " WHERE x.id = y.id AND y.id = z.id")
                    .first()
                    .getLong(0)))
        .containsExactly(2L);
  }
}
