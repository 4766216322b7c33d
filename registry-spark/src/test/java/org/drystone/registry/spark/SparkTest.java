package org.drystone.registry.spark;

import static org.drystone.registry.spark.TestSpark.key;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Label;
import org.drystone.registry.Publication;
import org.drystone.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub of its own for each test, with its snapshots in a folder that can be looked at. */
abstract class SparkTest {

  @TempDir Path folder;

  final SparkSession spark = TestSpark.host();
  SparkHub hub;
  Registry registry;

  @BeforeEach
  void openHub() {
    hub = SparkHub.on(spark).snapshotsIn(snapshots().toString()).open();
    registry = hub.registry();
  }

  @AfterEach
  void closeHub() {
    hub.close();
    spark.catalog().clearCache();
  }

  final Path snapshots() {
    return folder.resolve("snapshots");
  }

  final Label publish(String name, Dataset<?> dataset) {
    return publish(name, dataset, with -> with);
  }

  final Label publish(String name, Dataset<?> dataset, UnaryOperator<Publication> with) {
    return registry.publish(key(name), dataset.toDF(), with);
  }

  final Dataset<Row> get(String name) {
    return registry.get(key(name));
  }

  /** Publishes and reads back. */
  final Dataset<Row> frozen(Dataset<?> dataset) {
    publish("frozen", dataset);
    return get("frozen");
  }

  static List<String> rows(Dataset<?> dataset) {
    return TestSpark.rows(dataset);
  }
}
