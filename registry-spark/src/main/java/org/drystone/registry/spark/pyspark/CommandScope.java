package org.drystone.registry.spark.pyspark;

import java.util.List;
import org.apache.spark.SparkContext;
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
    CommandScope scope =
        new CommandScope(active.sparkContext(), SparkSession.getActiveSession(), tags, pool);
    SparkSession.setActiveSession(active);
    tags.forEach(scope.context::addJobTag);
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
