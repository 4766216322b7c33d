/** Freezes plans as data and opens them again. */
@NullMarked
package org.drystone.registry.spark.plan;

import org.jspecify.annotations.NullMarked;
