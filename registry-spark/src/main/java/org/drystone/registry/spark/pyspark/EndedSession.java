package org.drystone.registry.spark.pyspark;

import java.util.function.Consumer;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Frees what a SparkSession holds that is used no more. */
final class EndedSession {

  private EndedSession() {}

  /**
   * Stops its streams and its Python processes, deletes its files. Never throws.
   *
   * @param log takes what could not be freed
   */
  static void free(SparkSession session, Consumer<String> log) {
    for (StreamingQuery query : session.streams().active()) {
      attempt(query::stop, log);
    }
    attempt(() -> PythonWorkers.stop(session.artifactManager().state().uuid()), log);
    attempt(() -> session.artifactManager().close(), log);
  }

  private static void attempt(Step step, Consumer<String> log) {
    try {
      step.run();
    } catch (Exception e) {
      log.accept("a part of the ended session could not be freed: " + e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
