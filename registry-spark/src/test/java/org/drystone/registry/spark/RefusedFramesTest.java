package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.spark.TestSpark.key;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.RegistryException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be frozen is refused before anything is written. */
class RefusedFramesTest extends SparkTest {

  @AfterEach
  void nothing_was_published_or_written() throws Exception {
    assertThat(registry.find(key("frozen"))).isEmpty();
    assertThat(registry.underway()).isEmpty();
    assertThat(TestSpark.filesIn(snapshots())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "make_interval(1, 2)|v|interval",
        "array(make_interval(1))|v[]|interval",
        "map('k', named_struct('i', make_interval(1)))|v{value}.i|interval",
        "named_struct('a', 1, 'a', 2)|v.a|occurs twice",
        "array(named_struct('a', 1, 'A', 2))|v[].A|occurs twice",
        "cast(null as struct<>)|v|without fields",
        "named_struct('in', cast(null as struct<>))|v.in|without fields",
      })
  void a_column_that_parquet_cannot_hold_is_named(String expression, String path, String reason) {
    Dataset<Row> frame = spark.sql("SELECT 1 AS id, " + expression + " AS v");

    assertThatThrownBy(() -> publish("frozen", frame))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("The column " + path + " cannot be frozen")
        .hasMessageContaining(reason);
  }

  @Test
  void a_frame_without_columns() {
    assertThatThrownBy(() -> publish("frozen", spark.emptyDataFrame()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no columns");
  }

  @Test
  void a_stream() {
    Dataset<Row> stream = spark.readStream().format("rate").load();

    assertThatThrownBy(() -> publish("frozen", stream))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("streaming");
  }

  @ParameterizedTest
  @CsvSource({"cache,disk", "codec,zstd"})
  void an_option_that_is_not_known(String option, String value) {
    assertThatThrownBy(() -> publish("frozen", spark.range(1), with -> with.option(option, value)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(option + "=" + value);
  }

  @Test
  void a_session_itself() {
    assertThatThrownBy(() -> registry.publish(Key.of("frozen", Object.class), spark))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("SparkSession");
  }
}
