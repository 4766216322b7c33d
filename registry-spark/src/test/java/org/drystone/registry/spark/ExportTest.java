package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.spark.TestSpark.key;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Export;
import org.drystone.registry.Label;
import org.junit.jupiter.api.Test;

/** A snapshot travels as its files. */
class ExportTest extends SparkTest {

  @Test
  void the_parts_are_the_parquet_files_and_hold_all_rows_in_order() throws Exception {
    Label label = publish("t", spark.range(0, 100, 1, 4).toDF("n").orderBy("n"));

    Export export = registry.export(key("t"));

    assertThat(export.mediaType()).isEqualTo("application/vnd.apache.parquet");
    assertThat(label.details())
        .containsEntry("rows", "100")
        .containsEntry("files", Integer.toString(export.parts().size()))
        .containsEntry(
            "bytes", Long.toString(export.parts().stream().mapToLong(Export.Part::size).sum()))
        .containsEntry(
            "columns", "[{\"name\":\"n\",\"type\":\"long\",\"nullable\":false,\"metadata\":{}}]");
    List<String> rows = new ArrayList<>();
    for (Export.Part part : export.parts()) {
      rows.addAll(rows(spark.read().parquet(copy(part).toString()).select("c0")));
    }
    assertThat(rows).hasSize(100).startsWith("[0]", "[1]", "[2]").endsWith("[98]", "[99]");
  }

  @Test
  void a_table_without_rows_still_has_a_file_that_tells_its_columns() throws Exception {
    publish("t", spark.range(0).toDF("n"));

    assertThat(registry.export(key("t")).parts())
        .hasSize(1)
        .allSatisfy(
            part ->
                assertThat(spark.read().parquet(copy(part).toString()).columns())
                    .containsExactly("c0"));
  }

  private Path copy(Export.Part part) throws Exception {
    Path file = Files.createTempFile(folder, "part", ".parquet");
    try (InputStream bytes = part.open()) {
      Files.write(file, bytes.readAllBytes());
    }
    assertThat(Files.size(file)).isEqualTo(part.size());
    return file;
  }
}
