package org.drystone.examples.sparkhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Spark with all processors of this machine, set up for users that share it. */
final class LocalSpark {

  private LocalSpark() {}

  static SparkSession start() {
    return SparkSession.builder()
        .appName("Drystone hub")
        .master("local[*]")
        // Nobody waits behind the long job of another.
        .config("spark.scheduler.mode", "FAIR")
        // A task that runs out of memory fails alone: the driver, which is everybody's, goes on.
        .config("spark.executor.killOnFatalError.depth", 0)
        // Of this machine only.
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", false)
        .config("spark.ui.showConsoleProgress", false)
        // The same text for the same instant, wherever the hub runs.
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", 2L * Runtime.getRuntime().availableProcessors())
        .config("spark.sql.warehouse.dir", warehouse())
        .getOrCreate();
  }

  /** What users save as tables of Spark's own lies there until the hub ends. */
  private static String warehouse() {
    try {
      URI folder = Files.createTempDirectory("drystone-warehouse").toUri();
      FileSystem.getLocal(new Configuration()).deleteOnExit(new Path(folder));
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no place for Spark's warehouse", e);
    }
  }
}
