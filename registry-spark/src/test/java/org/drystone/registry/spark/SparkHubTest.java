package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.spark.TestSpark.key;
import static org.drystone.registry.spark.TestSpark.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Guarantee;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, using and closing a hub in a Spark application. */
class SparkHubTest {

  private final SparkSession spark = TestSpark.host();

  @Test
  void a_published_frame_is_read_by_key_and_by_sql() {
    try (SparkHub hub = SparkHub.of(spark)) {
      Label label = hub.registry().publish(key("numbers"), spark.range(3).toDF("n"));

      assertThat(label.guarantee()).isEqualTo(Guarantee.SNAPSHOT);
      assertThat(rows(hub.registry().get(key("numbers"))))
          .containsExactlyInAnyOrder("[0]", "[1]", "[2]");
      assertThat(rows(spark.sql("SELECT * FROM hub.shared.numbers WHERE n > 1")))
          .containsExactly("[2]");
      assertThat(rows(spark.newSession().table("hub.shared.numbers"))).hasSize(3);
    }
  }

  @Test
  void snapshots_lie_in_a_folder_of_the_hubs_own_and_go_with_it(@TempDir Path folder)
      throws Exception {
    try (SparkHub hub = SparkHub.on(spark).snapshotsIn(folder.toString()).open()) {
      hub.registry().publish(key("numbers"), spark.range(3).toDF("n"));
      assertThat(TestSpark.filesIn(folder)).isNotEmpty();
    }
    assertThat(Files.list(folder)).isEmpty();
  }

  @Test
  void a_second_hub_in_the_same_application_is_refused_until_the_first_is_closed() {
    try (SparkHub first = SparkHub.of(spark)) {
      assertThatThrownBy(() -> SparkHub.of(spark))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("second hub");
      first.registry().publish(key("still"), spark.range(1).toDF("n"));
    }
    SparkHub.of(spark).close();
  }

  @Test
  void a_catalog_of_the_same_name_is_not_replaced() {
    SparkSession own = spark.newSession();
    own.conf().set("spark.sql.catalog.hub", "com.example.OtherCatalog");

    assertThatThrownBy(() -> SparkHub.of(own))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("com.example.OtherCatalog");
    SparkHub.of(spark).close();
  }

  @Test
  void closing_twice_is_fine() {
    SparkHub hub = SparkHub.of(spark);
    hub.close();
    hub.close();
    assertThatThrownBy(() -> spark.sql("SELECT * FROM hub.shared.x"))
        .hasMessageContaining("its hub was closed");
  }
}
