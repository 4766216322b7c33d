package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.drystone.registry.Label;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table names the versions that it was made from. */
class LineageTest extends SparkTest {

  private VersionId left;
  private VersionId right;

  @BeforeEach
  void publishParents() {
    left = publish("left", spark.range(3).toDF("id")).id();
    right = publish("right", spark.range(3).toDF("id")).id();
  }

  @Test
  void through_joins_of_frames() {
    Dataset<Row> joined = get("left").join(get("right"), "id").groupBy("id").count();

    assertThat(publish("made", joined).parents()).containsExactlyInAnyOrder(left, right);
  }

  @Test
  void through_sql_views_and_subqueries() {
    spark.table("hub.shared.left").createOrReplaceTempView("l");
    Label label =
        publish(
            "made",
            spark.sql(
                "WITH w AS (SELECT * FROM l) SELECT * FROM w"
                    + " WHERE id > (SELECT min(id) FROM hub.shared.right)"));

    assertThat(label.parents()).containsExactlyInAnyOrder(left, right);
  }

  @Test
  void once_each_and_by_version() {
    VersionId second = publish("left", spark.range(5).toDF("id")).id();
    Dataset<Row> both = get("left").union(get("left")).union(first());

    assertThat(publish("made", both).parents()).containsExactlyInAnyOrder(left, second);
  }

  @Test
  void and_a_hub_tells_what_a_frame_is() {
    assertThat(hub.sharedTable(get("left"))).contains(left);
    assertThat(hub.sharedTable(spark.table("hub.shared.left"))).contains(left);
    assertThat(hub.sharedTable(get("left").where("id > 1"))).isEmpty();
    assertThat(hub.sharedTable(get("left").orderBy("id"))).isEmpty();
    assertThat(hub.sources(get("left").where("id > 1"))).containsExactly(left);
    assertThat(hub.sources(spark.range(1))).isEmpty();
  }

  private Dataset<Row> first() {
    return registry.get(TestSpark.key("left").version(1));
  }
}
