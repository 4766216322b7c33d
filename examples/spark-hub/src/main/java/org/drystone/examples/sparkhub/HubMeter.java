package org.drystone.examples.sparkhub;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.apache.spark.storage.RDDInfo;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.Gateway;
import org.drystone.registry.py4j.SessionSnapshot;

/** Reads what Spark and the gateway tell of themselves. Safe for use by several threads. */
final class HubMeter {

  private final SparkContext spark;
  private final CompletableFuture<Gateway> gateway = new CompletableFuture<>();

  HubMeter(SparkContext spark) {
    this.spark = spark;
  }

  /** Who has the sessions: known once it runs. */
  void gateway(Gateway running) {
    gateway.complete(running);
  }

  /** The figures, for the program with that session. */
  HubFigures read(SessionId asking) {
    List<RDDInfo> cached =
        Arrays.stream(spark.getRDDStorageInfo()).filter(RDDInfo::isCached).toList();
    List<SessionSnapshot> others =
        gateway.join().sessions().stream().filter(session -> !session.id().equals(asking)).toList();
    return new HubFigures(
        cached.size(),
        cached.stream().mapToLong(RDDInfo::memSize).sum(),
        spark.statusTracker().getActiveJobIds().length,
        others.size(),
        others.stream().mapToLong(SessionSnapshot::handles).sum());
  }
}
