package org.drystone.registry.spark.pyspark;

import java.util.concurrent.TimeoutException;
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
    attempt(() -> stopStreams(session), log);
    attempt(() -> PythonWorkers.stop(session.artifactManager().state().uuid()), log);
    attempt(() -> session.artifactManager().close(), log);
  }

  private static void stopStreams(SparkSession session) throws TimeoutException {
    for (StreamingQuery query : session.streams().active()) {
      query.stop();
    }
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
