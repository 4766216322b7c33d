package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.spark.TestSpark.key;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A DataFrame that ends in a sort comes back in that order, although it lies in several files. */
class SortedFrameTest extends SparkTest {

  private Dataset<Row> numbers;

  @BeforeEach
  void scatterNumbers() {
    numbers =
        spark.range(0, 500, 1, 7).selectExpr("(id * 7919) % 500 AS n", "id % 3 AS third", "id");
  }

  @Test
  void the_order_is_kept_and_told_on_the_label() {
    Dataset<Row> sorted = numbers.orderBy(functions.col("third").desc(), functions.col("n"));

    Dataset<Row> frozen = frozen(sorted);

    assertThat(rows(frozen)).isEqualTo(rows(sorted));
    assertThat(registry.describe(key("frozen")).details())
        .containsEntry("sortedBy", "third DESC NULLS LAST, n ASC NULLS FIRST");
  }

  @Test
  void the_order_is_kept_through_what_does_not_disturb_it() {
    Dataset<Row> sorted =
        numbers.orderBy("n").withColumnRenamed("n", "m").where("third = 1").select("id", "m");

    assertThat(rows(frozen(sorted))).isEqualTo(rows(sorted));
    assertThat(rows(get("frozen").limit(5))).isEqualTo(rows(sorted.limit(5)));
  }

  @Test
  void the_order_is_kept_when_a_frozen_table_is_published_again() {
    Dataset<Row> sorted = numbers.orderBy("n");
    publish("once", sorted);
    publish("twice", get("once"));

    assertThat(rows(get("twice"))).isEqualTo(rows(sorted));
  }

  @Test
  void the_order_is_kept_in_sql() {
    publish("sorted", numbers.orderBy("n"));

    assertThat(rows(spark.sql("SELECT n FROM hub.shared.sorted")).subList(0, 3))
        .containsExactly("[0]", "[1]", "[2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rand(1)", "n % 10"})
  void an_order_that_the_columns_do_not_tell_is_not_promised(String by) {
    publish("frozen", numbers.orderBy(functions.expr(by)).select("id"));

    assertThat(registry.describe(key("frozen")).details()).doesNotContainKey("sortedBy");
    assertThat(get("frozen").count()).isEqualTo(500);
  }

  @Test
  void a_users_function_is_not_run_again_by_each_reader_to_sort() {
    UserDefinedFunction reversed =
        functions.udf((UDF1<Long, Long>) number -> -number, DataTypes.LongType);

    publish("frozen", numbers.orderBy(reversed.apply(functions.col("n"))));

    assertThat(registry.describe(key("frozen")).details()).doesNotContainKey("sortedBy");
    assertThat(get("frozen").queryExecution().analyzed().toString()).doesNotContain("Sort");
  }
}
