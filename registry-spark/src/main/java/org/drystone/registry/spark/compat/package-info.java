/** What differs between Spark versions, and nothing else. */
@NullMarked
package org.drystone.registry.spark.compat;

import org.jspecify.annotations.NullMarked;
