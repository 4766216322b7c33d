package org.drystone.registry.spark.pyspark;

import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.Caller;

/** What the sessions of clients need of the Spark application that they share. */
interface SharedSpark {

  /** The application's own session. */
  SparkSession host();

  /** Makes this the program's session: the registry opens DataFrames in it for this program. */
  void bind(Caller caller, SparkSession session);

  /** Makes this a further session of the program: SQL in it is the program's. */
  void add(Caller caller, SparkSession session);

  /** The program has no session any more, until it gets another one. */
  void unbind(Caller caller);
}
