package org.drystone.examples.sparkhub;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.drystone.registry.Caller;
import org.drystone.registry.Key;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.TypeRef;
import org.drystone.registry.spark.SparkHub;

/** Publishes the tables that a hub starts with, and keeps them in the cluster's memory. */
final class Tables {

  private final SparkHub hub;
  private final TableReader reader;

  Tables(SparkHub hub) {
    this.hub = hub;
    this.reader = new TableReader(hub.spark());
  }

  /**
   * Publishes all of them.
   *
   * @throws UsageException if one cannot be read
   */
  void publish(List<TableOption> tables) {
    tables.forEach(this::publish);
  }

  private void publish(TableOption table) {
    Key<Dataset<Row>> key = Key.of(table.name(), new TypeRef<Dataset<Row>>() {});
    registry(table.name().namespace())
        .publish(key, read(table), with -> with.option("cache", "memory"));
  }

  /** A namespace other than {@code shared} is its user's: only that user publishes there. */
  private Registry registry(Namespace namespace) {
    return namespace.equals(Namespace.SHARED)
        ? hub.registry()
        : hub.hub().as(Caller.of(Principal.user(namespace.toString())));
  }

  private Dataset<Row> read(TableOption table) {
    try {
      return reader.read(table.path(), table.format());
    } catch (RuntimeException e) {
      throw new UsageException(
          table.path() + " cannot be read: " + e.toString().lines().findFirst().orElseThrow());
    }
  }
}
