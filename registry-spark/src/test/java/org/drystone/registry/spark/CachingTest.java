package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.spark.TestSpark.client;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.RDDInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that is kept in memory lies there once, whoever reads it and by whatever way. */
class CachingTest extends SparkTest {

  @BeforeEach
  void publishCached() {
    Dataset<Row> numbers = spark.range(0, 1000, 1, 4).selectExpr("id", "id % 7 AS k");
    publish("numbers", numbers.orderBy("id"), with -> with.option("cache", "memory"));
  }

  @Test
  void it_lies_in_memory_from_the_moment_that_it_is_published() {
    assertThat(Arrays.stream(storage()).mapToLong(RDDInfo::memSize).sum()).isPositive();
    assertThat(Arrays.stream(storage()))
        .allSatisfy(rdd -> assertThat(rdd.numCachedPartitions()).isEqualTo(rdd.numPartitions()));
  }

  @Test
  void other_sessions_read_it_from_there_by_key_by_sql_and_joined() {
    String before = figures();
    TestSpark.Client grace = client(hub, "grace");
    Dataset<Row> byKey = hub.hub().as(grace.caller()).get(TestSpark.key("numbers"));
    Dataset<Row> bySql = grace.session().table("hub.shared.numbers");

    Dataset<Row> joined = byKey.join(bySql, byKey.col("id").equalTo(bySql.col("id")));
    assertThat(joined.count()).isEqualTo(1000);
    assertThat(
            grace
                .session()
                .sql(
                    "SELECT a.k, count(*) FROM hub.shared.numbers a"
                        + " JOIN hub.shared.numbers b ON a.id = b.id GROUP BY a.k")
                .count())
        .isEqualTo(7);

    assertThat(bySql.queryExecution().executedPlan().toString()).contains("InMemoryTableScan");
    assertThat(byKey.queryExecution().executedPlan().toString()).contains("InMemoryTableScan");
    assertThat(figures()).isEqualTo(before);
  }

  @Test
  void nobody_else_can_take_it_out_of_memory() {
    String before = figures();
    SparkSession ada = client(hub, "ada").session();
    ada.table("hub.shared.numbers").cache();

    get("numbers").unpersist(true);
    ada.table("hub.shared.numbers").unpersist(true);
    ada.catalog().clearCache();
    spark.catalog().clearCache();
    spark.sql("UNCACHE TABLE IF EXISTS hub.shared.numbers");

    assertThat(figures()).isEqualTo(before);
    assertThat(rows(get("numbers")).get(999)).isEqualTo("[999,5]");
  }

  @Test
  void it_leaves_the_memory_when_the_hub_closes() {
    hub.close();

    assertThat(storage()).isEmpty();
  }

  private RDDInfo[] storage() {
    return spark.sparkContext().getRDDStorageInfo();
  }

  private String figures() {
    return Arrays.stream(storage())
        .map(rdd -> rdd.id() + ": " + rdd.memSize() + " " + rdd.numCachedPartitions())
        .toList()
        .toString();
  }
}
