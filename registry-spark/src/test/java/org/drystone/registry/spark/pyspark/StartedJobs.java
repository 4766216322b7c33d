package org.drystone.registry.spark.pyspark;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.drystone.registry.py4j.spi.CommandId;

/** Which commands have started a Spark job. */
final class StartedJobs extends SparkListener {

  private final Set<String> tags = ConcurrentHashMap.newKeySet();

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    tags.addAll(Set.of(start.properties().getProperty("spark.job.tags", "").split(",")));
  }

  boolean of(CommandId command) {
    return tags.stream().anyMatch(tag -> tag.endsWith("/" + command));
  }
}
