/** DataFrames in the registry; a reader starts at {@code SparkHub}. */
@NullMarked
package org.drystone.registry.spark;

import org.jspecify.annotations.NullMarked;
