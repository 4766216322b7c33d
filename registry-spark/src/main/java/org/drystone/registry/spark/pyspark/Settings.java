package org.drystone.registry.spark.pyspark;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.internal.SQLConf;
import org.drystone.registry.py4j.spi.ClientSession;
import scala.Tuple2;

/**
 * What a program asks of Spark too late: the application runs already. Settings of a session take
 * effect in the program's own session and are not meant.
 */
final class Settings {

  private static final String OF_SESSIONS = "spark.sql.";

  /** PySpark sets these by itself, for every program. */
  private static final Set<String> SET_BY_PYSPARK =
      Set.of(
          "spark.executorEnv.PYTHONHASHSEED",
          "spark.rdd.compress",
          "spark.serializer.objectStreamReset");

  private final ClientSession client;
  private final SparkContext context;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  Settings(ClientSession client, SparkContext context) {
    this.client = client;
    this.context = context;
  }

  /** The names of those that cannot take effect. */
  NavigableSet<String> withoutEffect(Map<String, String> wanted) {
    NavigableSet<String> names = new TreeSet<>();
    wanted.forEach(
        (name, value) -> {
          if (!takesEffect(name, value)) {
            names.add(name);
          }
        });
    return names;
  }

  /** Names those of a program's configuration in the hub's log, each once. */
  void logWithoutEffect(SparkConf wanted) {
    logWithoutEffect(
        Arrays.stream(wanted.getAll()).collect(Collectors.toMap(Tuple2::_1, Tuple2::_2)));
  }

  /** Names those in the hub's log, each once. */
  void logWithoutEffect(Map<?, ?> wanted) {
    Map<String, String> texts =
        wanted.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> String.valueOf(entry.getValue())));
    NavigableSet<String> names = withoutEffect(texts);
    names.removeIf(name -> !logged.add(name));
    if (!names.isEmpty()) {
      client.log(
          "settings without effect, since Spark runs already: "
              + String.join(", ", names)
              + ". Set them where the hub is started");
    }
  }

  private boolean takesEffect(String name, String value) {
    if (SET_BY_PYSPARK.contains(name)) {
      return true;
    }
    if (name.startsWith(OF_SESSIONS) && !isStatic(name)) {
      return true;
    }
    SparkConf running = context.getConf();
    return running.contains(name) && running.get(name).equals(value);
  }

  private static boolean isStatic(String name) {
    return SQLConf.isStaticConfigKey(name);
  }
}
