package org.drystone.registry.spark.pyspark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.Caller;

/** One Spark for all tests of this JVM, without a registry around it. */
final class LocalSpark implements SharedSpark {

  private static final SparkSession HOST =
      (SparkSession)
          SparkSession.builder()
              .master("local[2]")
              .appName("tests")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.sql.warehouse.dir", "target/warehouse")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.scheduler.mode", "FAIR")
              .getOrCreate();

  final Map<SparkSession, Caller> bound = new ConcurrentHashMap<>();

  @Override
  public SparkSession host() {
    return HOST;
  }

  @Override
  public void bind(Caller caller, SparkSession session) {
    bound.put(session, caller);
  }

  @Override
  public void add(Caller caller, SparkSession session) {
    bound.put(session, caller);
  }

  @Override
  public void unbind(Caller caller, SparkSession session) {
    bound.remove(session);
  }
}
