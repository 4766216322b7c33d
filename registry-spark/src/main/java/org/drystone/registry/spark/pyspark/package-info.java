/** Lets unmodified PySpark programs attach; the only package that needs the gateway. */
@NullMarked
package org.drystone.registry.spark.pyspark;

import org.jspecify.annotations.NullMarked;
