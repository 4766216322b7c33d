package org.drystone.registry.spark.pyspark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.RDDInfo;
import org.drystone.registry.Key;
import org.drystone.registry.Principal;
import org.drystone.registry.TypeRef;
import org.drystone.registry.py4j.ConnectionFile;
import org.drystone.registry.py4j.Gateway;
import org.drystone.registry.py4j.Users;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.drystone.registry.spark.SparkHub;

/**
 * A hub with Spark, as a process, for tests of clients.
 *
 * <p>Arguments: the connection file to write, and the users, who get the right jvm. It publishes
 * {@code shared/flights} in memory, prints {@code ready URL}, answers each line of its input with
 * one line, and ends when its input ends:
 *
 * <ul>
 *   <li>{@code sessions}: {@code user:connections:handles} of each, sorted
 *   <li>{@code jobs}: how many Spark jobs run
 *   <li>{@code storage}: the bytes of cached rows
 * </ul>
 */
public final class TestHub {

  private static final Key<Dataset<Row>> FLIGHTS =
      Key.of("shared/flights", new TypeRef<Dataset<Row>>() {});

  private TestHub() {}

  public static void main(String[] args) throws Exception {
    SparkSession spark = spark();
    Users users = Users.create();
    ConnectionFile file = ConnectionFile.at(Path.of(args[0]));
    for (String user : Arrays.asList(args).subList(1, args.length)) {
      file = file.token(user, users.add(user, GatewayRight.JVM));
    }
    try (SparkHub hub =
            SparkHub.on(spark).registry(with -> with.host(Principal.user("host"))).open();
        Gateway gateway =
            Gateway.on(hub.hub())
                .port(0)
                .users(users)
                .connectionFile(file)
                .extension(PySpark.on(hub))
                .start()) {
      hub.registry().publish(FLIGHTS, flights(spark), with -> with.option("cache", "memory"));
      System.out.println("ready " + gateway.url());
      serve(gateway, spark.sparkContext());
    } finally {
      spark.stop();
    }
  }

  private static SparkSession spark() {
    return SparkSession.builder()
        .master("local[4]")
        .appName("test hub")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.scheduler.mode", "FAIR")
        .getOrCreate();
  }

  private static Dataset<Row> flights(SparkSession spark) {
    return spark
        .range(0, 5000, 1, 2)
        .selectExpr("id", "concat('C', id % 7) AS carrier", "cast(id % 60 AS int) AS delay");
  }

  private static void serve(Gateway gateway, SparkContext context) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String question = input.readLine(); question != null; question = input.readLine()) {
      System.out.println(answer(question, gateway, context));
    }
  }

  private static String answer(String question, Gateway gateway, SparkContext context) {
    return switch (question) {
      case "sessions" ->
          gateway.sessions().stream()
              .map(each -> each.user() + ":" + each.connections() + ":" + each.handles())
              .sorted()
              .collect(Collectors.joining(" "));
      case "jobs" -> String.valueOf(context.statusTracker().getActiveJobIds().length);
      case "storage" ->
          String.valueOf(
              Arrays.stream(context.getRDDStorageInfo()).mapToLong(RDDInfo::memSize).sum());
      default -> "unknown question " + question;
    };
  }
}
