/** The registry as a Spark catalog: its names in SQL. */
@NullMarked
package org.drystone.registry.spark.catalog;

import org.jspecify.annotations.NullMarked;
