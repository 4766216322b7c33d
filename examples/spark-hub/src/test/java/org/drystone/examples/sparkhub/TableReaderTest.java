package org.drystone.examples.sparkhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void startSpark() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
  }

  @AfterAll
  static void stopSpark() {
    spark.stop();
  }

  @Test
  void infers_the_types_of_csv() throws IOException {
    Path file = csv("n,x,text,at", "1,1.5,a,2013-01-01T10:00:00Z", "2,2.5,b,2013-01-01T11:00:00Z");

    assertThat(read(file).schema().toDDL()).isEqualTo("n INT,x DOUBLE,text STRING,at TIMESTAMP");
  }

  @Test
  void reads_empty_fields_and_NA_of_csv_as_null() throws IOException {
    Path file = csv("n,text", "1,a", "NA,NA", ",", "\"\",\"\"", "\"NA\",\"NA\"");

    assertThat(read(file).schema().toDDL()).isEqualTo("n INT,text STRING");
    assertThat(read(file).collectAsList()).first().isEqualTo(RowFactory.create(1, "a"));
    assertThat(read(file).collectAsList().subList(1, 5))
        .allMatch(row -> row.isNullAt(0) && row.isNullAt(1));
  }

  @Test
  void reads_a_parquet_file_and_a_folder_of_them() throws IOException {
    Path table = folder.resolve("table.parquet");
    spark.range(3).write().parquet(table.toString());
    Path part;
    try (var files = Files.newDirectoryStream(table, "part-*.parquet")) {
      part = files.iterator().next();
    }

    assertThat(read(table).count()).isEqualTo(3);
    assertThat(read(part).count()).isEqualTo(3);
  }

  @Test
  void reads_a_folder_of_csv_files() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(parts.resolve("1.csv"), "n\n1\n");
    Files.writeString(parts.resolve("2.csv"), "n\n2\n");

    assertThat(read(parts).collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void takes_no_character_of_a_path_as_a_pattern() throws IOException {
    Path file = Files.writeString(folder.resolve("odd [1] {a,b} *?%20.csv"), "n\n1\n");

    assertThat(read(file).first().getInt(0)).isEqualTo(1);
  }

  @Test
  void says_that_an_archive_must_be_unpacked() throws IOException {
    Path file = Files.write(folder.resolve("x.csv.zip"), new byte[] {'P', 'K', 3, 4, 0});

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("unpack it first");
  }

  @Test
  void says_that_a_folder_is_empty() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds no files");
  }

  private static Dataset<Row> read(Path path) {
    return new TableReader(spark).read(path, TableFormat.of(path));
  }

  private Path csv(String... lines) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), String.join("\n", lines) + "\n");
  }
}
