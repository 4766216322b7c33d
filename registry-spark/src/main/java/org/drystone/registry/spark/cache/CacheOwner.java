package org.drystone.registry.spark.cache;

/** Someone who asks for plans to be cached, and gives up only what it asked for itself. */
@FunctionalInterface
public interface CacheOwner {

  /** Told when what this owner gave up, or tried to, stays cached for others. Never throws. */
  void keptForOthers();
}
