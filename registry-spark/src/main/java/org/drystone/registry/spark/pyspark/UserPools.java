package org.drystone.registry.spark.pyspark;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.Pool;
import org.apache.spark.scheduler.SchedulingMode;
import org.drystone.registry.Principal;

/**
 * A scheduler pool for each user, so that one user's long query does not stop the others. Spark
 * would make a missing pool itself, but first in, first out inside: a user's second notebook would
 * wait for the first.
 */
final class UserPools {

  /** The local property that names the pool of a thread's jobs. */
  static final String PROPERTY = "spark.scheduler.pool";

  private static final int NO_MINIMUM_SHARE = 0;
  private static final int EQUAL_WEIGHT = 1;

  private final SparkContext context;

  UserPools(SparkContext context) {
    this.context = context;
  }

  /** The pool of that user, made if need be. */
  synchronized String of(Principal user) {
    String name = user.name();
    Pool root = context.taskScheduler().rootPool();
    if (SchedulingMode.FAIR().equals(root.schedulingMode())
        && root.getSchedulableByName(name) == null) {
      root.addSchedulable(new Pool(name, SchedulingMode.FAIR(), NO_MINIMUM_SHARE, EQUAL_WEIGHT));
    }
    return name;
  }
}
