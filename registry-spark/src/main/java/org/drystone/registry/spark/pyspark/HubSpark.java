package org.drystone.registry.spark.pyspark;

import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.Caller;
import org.drystone.registry.spark.SparkHub;

/** The Spark of a hub. */
final class HubSpark implements SharedSpark {

  private final SparkHub hub;

  HubSpark(SparkHub hub) {
    this.hub = hub;
  }

  @Override
  public SparkSession host() {
    return (SparkSession) hub.spark();
  }

  @Override
  public void bind(Caller caller, SparkSession session) {
    hub.sessions().bind(caller, session);
  }

  @Override
  public void add(Caller caller, SparkSession session) {
    hub.sessions().add(caller, session);
  }

  @Override
  public void unbind(Caller caller, SparkSession session) {
    hub.sessions().unbind(caller, session);
  }
}
