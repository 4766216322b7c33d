package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * What Spark knows of a command by the thread that runs it: the active SparkSession, job tags and
 * the scheduler pool. Closing restores it; what the client itself set for its thread stays.
 */
final class CommandScope implements AutoCloseable {

  private final SparkContext context;
  private final Option<? extends SparkSession> activeBefore;
  private final List<String> tags;
  private final @Nullable String poolBefore;
  private final String pool;

  private CommandScope(
      SparkContext context,
      Option<? extends SparkSession> activeBefore,
      List<String> tags,
      String pool) {
    this.context = context;
    this.activeBefore = activeBefore;
    this.tags = tags;
    this.poolBefore = context.getLocalProperty(UserPools.PROPERTY);
    this.pool = pool;
  }

  static CommandScope enter(SparkSession active, List<String> tags, String pool) {
    SparkContext context = active.sparkContext();
    // A callback into Python may call back: the outer command keeps its tags then.
    Set<String> present = JavaSparkContext.fromSparkContext(context).getJobTags();
    List<String> added = tags.stream().filter(tag -> !present.contains(tag)).toList();
    CommandScope scope = new CommandScope(context, SparkSession.getActiveSession(), added, pool);
    SparkSession.setActiveSession(active);
    added.forEach(context::addJobTag);
    if (scope.poolBefore == null) {
      scope.context.setLocalProperty(UserPools.PROPERTY, pool);
    }
    return scope;
  }

  @Override
  public void close() {
    tags.forEach(context::removeJobTag);
    if (poolBefore == null && pool.equals(context.getLocalProperty(UserPools.PROPERTY))) {
      context.setLocalProperty(UserPools.PROPERTY, null);
    }
    if (activeBefore.isDefined()) {
      SparkSession.setActiveSession(activeBefore.get());
    } else {
      SparkSession.clearActiveSession();
    }
  }
}
