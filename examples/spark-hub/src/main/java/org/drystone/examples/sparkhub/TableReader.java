package org.drystone.examples.sparkhub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads tables from files: Parquet, or CSV with a header, whose types are inferred. */
final class TableReader {

  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII);

  private final SparkSession spark;

  TableReader(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Reads a file, or a folder of files of one format.
   *
   * @throws IOException if the files cannot be read
   * @throws UsageException if they have another format
   */
  Dataset<Row> read(Path path) throws IOException {
    return isParquet(path) ? spark.read().parquet(literal(path)) : csv(path);
  }

  private Dataset<Row> csv(Path path) {
    return spark
        .read()
        .option("header", true)
        .option("inferSchema", true)
        // An empty field is read as this text, quoted or not, and this text as null.
        .option("nullValue", "NA")
        .option("emptyValue", "NA")
        // A torn line is an error, not a row of nulls.
        .option("mode", "FAILFAST")
        .csv(literal(path));
  }

  private static boolean isParquet(Path path) throws IOException {
    byte[] start = start(path);
    if (Arrays.equals(start, ZIP)) {
      throw new UsageException(path + " is a zip archive: unpack it first");
    }
    return Arrays.equals(start, PARQUET);
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(Files.isDirectory(path) ? firstFile(path) : path)) {
      return in.readNBytes(PARQUET.length);
    }
  }

  /** Spark's own marks, such as {@code _SUCCESS}, are no data. */
  private static Path firstFile(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!._]*")) {
      for (Path file : files) {
        return Files.isDirectory(file) ? firstFile(file) : file;
      }
    }
    throw new UsageException(folder + " holds no files");
  }

  /** With the characters escaped that would make a pattern of the path. */
  private static String literal(Path path) {
    return path.toString().replaceAll("[\\\\{}\\[\\]*?]", "\\\\$0");
  }
}
