/**
 * Spark's one cache, with owners: nobody drops what another needs. A reader starts at {@code
 * SharedCache}.
 */
@NullMarked
package org.drystone.registry.spark.cache;

import org.jspecify.annotations.NullMarked;
