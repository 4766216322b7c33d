package org.drystone.registry.py4j.spi;

/** What a user may do with the JVM behind a gateway. */
public enum GatewayRight {
  /**
   * Only the entry point and the immutable types that the host allows: no constructors, no statics,
   * no reflection. The access rules are enforced.
   */
  SEALED,
  /** The whole JVM, as PySpark needs it. The access rules then only guard against accidents. */
  JVM
}
