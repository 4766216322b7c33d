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

  /** That session is over; does nothing if the program has another one by now. */
  void unbind(Caller caller, SparkSession session);
}
