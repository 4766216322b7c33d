package org.drystone.registry.spark.catalog;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Lets tables of the registry be read without a copy. Installed by the hub; {@code
 * spark.sql.extensions} may name it as well.
 */
public final class HubExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  /** Made by Spark. */
  public HubExtensions() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectResolutionRule(ResolveSharedTables::new);
    return BoxedUnit.UNIT;
  }
}
