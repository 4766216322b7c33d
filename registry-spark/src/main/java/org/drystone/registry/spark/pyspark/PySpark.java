package org.drystone.registry.spark.pyspark;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.GatewayExtension;
import org.drystone.registry.py4j.spi.SessionExtension;
import org.drystone.registry.spark.SparkHub;
import org.drystone.registry.spark.cache.SharedCache;

/**
 * Lets unmodified PySpark programs attach to a Spark application through its gateway, each with a
 * SparkSession of its own, and keeps the accidents of one from the others: what a program stops,
 * cancels, clears or sets is its own.
 *
 * <p>Given to the gateway's builder. Immutable.
 */
public final class PySpark implements GatewayExtension {

  private final SharedSpark spark;
  private final SharedCache cache;
  private final UserPools pools;
  private final Pythons pythons;

  private PySpark(SharedSpark spark, SharedCache cache, UserPools pools, Pythons pythons) {
    this.spark = spark;
    this.cache = cache;
    this.pools = pools;
    this.pythons = pythons;
  }

  /** For the clients of that hub. */
  public static PySpark on(SparkHub hub) {
    return on(new HubSpark(hub));
  }

  static PySpark on(SharedSpark spark) {
    SparkSession host = spark.host();
    SparkContext context = host.sparkContext();
    return new PySpark(
        spark,
        SharedCache.of(host),
        new UserPools(context),
        new Pythons(standardPython(context), Map.of()));
  }

  /**
   * The same, and Python functions of clients with that version run with that executable. Without
   * this, the hub has one version: its standard Python's, which {@code spark.pyspark.python} or
   * {@code PYSPARK_PYTHON} name; functions run with the client's own executable if this machine has
   * it, otherwise with the standard one. A client with a version that the hub does not have is
   * refused when it makes a function.
   *
   * @param version such as "3.11"
   * @param executable found on every worker
   * @throws InvalidArgumentException if the version is no major and minor number
   */
  public PySpark withPython(String version, String executable) {
    if (!version.matches("\\d+\\.\\d+")) {
      throw new InvalidArgumentException(
          "\"" + version + "\" is no Python version",
          "functions run with each release of one minor version",
          "Give the major and the minor number, such as 3.11");
    }
    return new PySpark(spark, cache, pools, pythons.with(version, executable));
  }

  @Override
  public SessionExtension open(ClientSession session) {
    return new AttachedProgram(session, new AttachedProgram.Shared(spark, cache, pools, pythons));
  }

  /** As PySpark chooses it where a program says nothing. */
  private static String standardPython(SparkContext context) {
    return Optional.ofNullable(context.getConf().get("spark.pyspark.python", null))
        .or(() -> Optional.ofNullable(System.getenv("PYSPARK_PYTHON")))
        .orElse("python3");
  }
}
