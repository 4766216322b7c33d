package org.drystone.registry.spark.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.ClosedException;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Registry;

/**
 * Which registry a SparkSession sees. Spark itself makes the catalog and the rule, once for each
 * session, so both look here, at the moment when they need it.
 */
final class Registries {

  private static final Map<SparkContext, Function<SparkSession, Registry>> OPEN =
      new ConcurrentHashMap<>();

  private Registries() {}

  static void add(SparkContext spark, Function<SparkSession, Registry> registries) {
    OPEN.keySet().removeIf(SparkContext::isStopped);
    if (OPEN.putIfAbsent(spark, registries) != null) {
      throw new InvalidArgumentException(
          "A second hub cannot be opened in this Spark application",
          "the catalog of names in SQL belongs to the first",
          "Use the first, or close it before");
    }
  }

  static void remove(SparkContext spark) {
    OPEN.remove(spark);
  }

  static Optional<Registry> find(SparkSession session) {
    return Optional.ofNullable(OPEN.get(session.sparkContext()))
        .map(registries -> registries.apply(session));
  }

  static Registry get(SparkSession session) {
    return find(session)
        .orElseThrow(
            () ->
                new ClosedException(
                    "The catalog " + HubCatalog.NAME + " cannot be read",
                    "its hub was closed",
                    "Open a new hub with SparkHub.of"));
  }
}
