package org.drystone.examples.sparkhub;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads tables from files: Parquet, or CSV with a header, whose types are inferred. */
final class TableReader {

  private final SparkSession spark;

  TableReader(SparkSession spark) {
    this.spark = spark;
  }

  /** Reads a file, or a folder of files. */
  Dataset<Row> read(Path path, TableFormat format) {
    return switch (format) {
      case PARQUET -> spark.read().parquet(literal(path));
      case CSV -> csv(literal(path));
    };
  }

  private Dataset<Row> csv(String path) {
    return spark
        .read()
        .option("header", true)
        .option("inferSchema", true)
        // An empty field is read as this text, quoted or not, and this text as null.
        .option("nullValue", "NA")
        .option("emptyValue", "NA")
        // A torn line is an error, not a row of nulls.
        .option("mode", "FAILFAST")
        .csv(path);
  }

  /** With the characters escaped that would make a pattern of the path. */
  private static String literal(Path path) {
    return path.toString().replaceAll("[\\\\{}\\[\\]*?]", "\\\\$0");
  }
}
