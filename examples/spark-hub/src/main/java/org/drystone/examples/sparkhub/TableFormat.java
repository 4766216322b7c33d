package org.drystone.examples.sparkhub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The formats of tables, told apart by the first bytes. */
enum TableFormat {
  PARQUET,
  CSV;

  private static final byte[] PARQUET_START = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP_START = "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII);

  /**
   * The format of a file, or of the files in a folder.
   *
   * @throws UsageException if there is nothing to read
   */
  static TableFormat of(Path path) {
    try {
      byte[] start = start(path);
      if (Arrays.equals(start, ZIP_START)) {
        throw new UsageException(path + " is a zip archive: unpack it first");
      }
      return Arrays.equals(start, PARQUET_START) ? PARQUET : CSV;
    } catch (IOException e) {
      throw new UsageException(path + " is not there, or may not be read");
    }
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(Files.isDirectory(path) ? firstFile(path) : path)) {
      return in.readNBytes(PARQUET_START.length);
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
}
