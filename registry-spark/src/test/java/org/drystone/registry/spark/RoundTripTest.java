package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.Key;
import org.junit.jupiter.api.Test;

/** Rows and schema come back exactly as they were published. */
class RoundTripTest extends SparkTest {

  private static final List<String> VALUES =
      List.of(
          "true",
          "cast(1 as tinyint)",
          "cast(-2 as smallint)",
          "cast(3 as int)",
          "9223372036854775807L",
          "cast('NaN' as float)",
          "cast('-Infinity' as double)",
          "-0.0D",
          "cast(1.5 as decimal(2,1))",
          "cast('123456789012345678.90123456789012345678' as decimal(38,20))",
          "cast(7 as decimal(38,0))",
          "''",
          "'Grüße, 你好 🗿'",
          "cast('ab' as char(5))",
          "cast('ab' as varchar(5))",
          "null",
          "array(null)",
          "date'0001-01-01'",
          "date'1582-10-10'",
          "date'9999-12-31'",
          "timestamp'1582-10-04 23:59:59.999999'",
          "timestamp'2026-07-31 12:34:56.123456'",
          "timestamp_ntz'2026-03-29 02:30:00.000001'",
          "interval '1-2' year to month",
          "interval '3 04:05:06.789' day to second",
          "array(1, null, 3)",
          "array(array('a'), array())",
          "map('k', 1.5, 'n', null)",
          "named_struct('a', 1, 'b', named_struct('c', array(true)))",
          "array(named_struct('when', timestamp_ntz'2026-01-01 00:00:00'))",
          "map(named_struct('x', 1), array(map(1, 'one')))",
          "cast(null as string)",
          "cast(null as struct<a:int, b:array<string>>)",
          "parse_json('{\"a\": [1, null]}')");

  @Test
  void of_every_type() {
    String columns =
        IntStream.range(0, VALUES.size())
            .mapToObj(i -> VALUES.get(i) + " AS v" + i)
            .collect(Collectors.joining(", "));
    Dataset<Row> original = spark.sql("SELECT id, " + columns + " FROM range(3)");

    Dataset<Row> frozen = frozen(original);

    assertThat(List.of(frozen.schema().fields())).isEqualTo(List.of(original.schema().fields()));
    assertThat(rows(frozen.orderBy("id"))).isEqualTo(rows(original.orderBy("id")));
  }

  @Test
  void with_nullability_and_metadata_of_columns_and_of_what_is_in_them() {
    Metadata metadata = new MetadataBuilder().putString("comment", "minutes").build();
    StructType inner =
        new StructType().add("x", DataTypes.IntegerType, false).add("y", DataTypes.IntegerType);
    StructType schema =
        new StructType(
            new StructField[] {
              new StructField("key", DataTypes.LongType, false, Metadata.empty()),
              new StructField("delay", DataTypes.DoubleType, true, metadata),
              new StructField(
                  "points", DataTypes.createArrayType(inner, false), false, Metadata.empty()),
            });
    Dataset<Row> original =
        spark.createDataFrame(
            List.of(RowFactory.create(1L, null, List.of(RowFactory.create(1, null)))), schema);

    Dataset<Row> frozen = frozen(original);

    assertThat(frozen.schema()).isEqualTo(schema);
    assertThat(rows(frozen)).isEqualTo(rows(original));
  }

  @Test
  void of_times_where_spark_is_told_to_know_them() {
    spark.conf().set("spark.sql.timeType.enabled", "true");
    try {
      Dataset<Row> original = spark.sql("SELECT time'23:59:59.999999' AS v, array(time'00:00:00')");

      Dataset<Row> frozen = frozen(original);

      assertThat(frozen.schema()).isEqualTo(original.schema());
      assertThat(rows(frozen)).isEqualTo(rows(original));
    } finally {
      spark.conf().unset("spark.sql.timeType.enabled");
    }
  }

  @Test
  void of_bytes() {
    Dataset<Row> frozen = frozen(spark.sql("SELECT unhex('00FF80') AS v, array(unhex('')) AS w"));

    assertThat(rows(frozen.selectExpr("hex(v)", "transform(w, x -> hex(x))")))
        .containsExactly("[00FF80,ArraySeq()]");
  }

  @Test
  void with_zero_rows() {
    Dataset<Row> original = spark.range(5).where("id > 7").selectExpr("id", "'x' AS text");

    Dataset<Row> frozen = frozen(original);

    assertThat(frozen.schema()).isEqualTo(original.schema());
    assertThat(frozen.count()).isZero();
    assertThat(registry.describe(TestSpark.key("frozen")).details()).containsEntry("rows", "0");
  }

  @Test
  void with_names_that_repeat_or_that_files_cannot_hold() {
    Dataset<Row> original =
        spark.sql("SELECT 1 AS a, 2 AS a, 3 AS A, 4 AS `a.b c,;{}()=`, 5 AS ``, 6 AS `c0`");

    Dataset<Row> frozen = frozen(original);

    assertThat(frozen.schema()).isEqualTo(original.schema());
    assertThat(rows(frozen)).containsExactly("[1,2,3,4,5,6]");
  }

  @Test
  void of_typed_datasets_as_rows() {
    Dataset<Long> numbers = spark.range(3);
    registry.publish(Key.of("numbers", Dataset.class), numbers);

    assertThat(rows(get("numbers").orderBy("id"))).containsExactly("[0]", "[1]", "[2]");
  }

  @Test
  void of_what_a_command_gave_without_running_the_command_again() {
    spark.sql("CREATE OR REPLACE TEMP VIEW tmp AS SELECT 1");
    Dataset<Row> views = spark.sql("SHOW VIEWS");
    spark.catalog().dropTempView("tmp");

    assertThat(rows(frozen(views))).hasSize(1);
  }
}
