package org.drystone.registry.spark.pyspark;

/** Someone who asked for plans to be cached, and can give up only what it asked for itself. */
@FunctionalInterface
interface CacheOwner {

  /** Told when what this owner gave up, or tried to, stays cached for others. */
  void keptForOthers();
}
