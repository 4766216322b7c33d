package org.drystone.registry.spark.pyspark;

import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.Caller;

/** What the sessions of clients need of the Spark application that they share. */
interface SharedSpark {

  /** The application's own session. */
  SparkSession host();

  /**
   * From now on that session is the caller's: the registry opens DataFrames in it for this program
   * and knows by it who asks in SQL. Replaces an earlier one of the same program.
   */
  void bind(Caller caller, SparkSession session);

  /** That session is nobody's any more. */
  void unbind(SparkSession session);
}
