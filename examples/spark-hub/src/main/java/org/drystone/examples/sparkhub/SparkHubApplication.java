package org.drystone.examples.sparkhub;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.Gateway;
import org.drystone.registry.spark.SparkHub;
import org.drystone.registry.spark.pyspark.PySpark;

/** A Spark driver that its users share: Spark, the registry and the gateway in one application. */
public final class SparkHubApplication {

  private SparkHubApplication() {}

  /** Runs the hub until a signal ends it. */
  public static void main(String... arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(HubOptions.USAGE);
      return;
    }
    CleanEnd.after(end -> serve(HubOptions.parse(List.of(arguments)), end));
  }

  private static void serve(HubOptions options, CleanEnd end) throws Exception {
    try (SparkSession spark = LocalSpark.start();
        SparkHub hub =
            SparkHub.on(spark).registry(with -> with.host(Principal.user("hub"))).open()) {
      new Tables(hub).publish(options.tables());
      HubMeter meter = new HubMeter(spark.sparkContext());
      try (Gateway gateway =
          options
              .gateway(hub.hub())
              .extension(PySpark.on(hub))
              .entryPointPerSession((client, usual) -> new HubEntryPoint(client, usual, meter))
              .allow(HubFigures.class)
              .start()) {
        meter.gateway(gateway);
        System.out.println("ready " + gateway.url());
        end.await();
      }
    }
  }
}
