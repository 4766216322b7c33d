package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Caller;
import org.drystone.registry.Key;
import org.drystone.registry.Principal;
import org.drystone.registry.SessionId;
import org.drystone.registry.TypeRef;

/** The one Spark application of a test JVM, and what tests ask of it again and again. */
final class TestSpark {

  static final TypeRef<Dataset<Row>> ROWS = new TypeRef<>() {};

  private static final SparkSession HOST =
      SparkSession.builder()
          .master("local[2]")
          .appName("drystone tests")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.scheduler.mode", "FAIR")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.scheduler.mode", "FAIR")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .getOrCreate();

  private TestSpark() {}

  static SparkSession host() {
    return HOST;
  }

  static Key<Dataset<Row>> key(String name) {
    return Key.of(name, ROWS);
  }

  /** A client program of that user, with a SparkSession of its own. */
  static Client client(SparkHub hub, String user) {
    Caller caller = Caller.of(Principal.user(user)).inSession(new SessionId(user + "'s session"));
    SparkSession session = HOST.newSession();
    hub.sessions().bind(caller, session);
    return new Client(caller, session);
  }

  record Client(Caller caller, SparkSession session) {}

  /** Waits, a minute at most, until the condition holds. */
  static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant limit = Instant.now().plusSeconds(60);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(limit);
      Thread.onSpinWait();
    }
  }

  static List<String> rows(Dataset<?> dataset) {
    return dataset.toDF().collectAsList().stream().map(Row::toString).toList();
  }

  /** The folders of the snapshots of the one hub, or store, that works in a directory. */
  static List<Path> snapshotsIn(Path directory) throws IOException {
    try (Stream<Path> hubs = Files.list(directory);
        Stream<Path> snapshots = Files.list(hubs.findFirst().orElseThrow())) {
      return snapshots.toList();
    }
  }

  /** All files below a folder, however deep; none if it does not exist. */
  static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
