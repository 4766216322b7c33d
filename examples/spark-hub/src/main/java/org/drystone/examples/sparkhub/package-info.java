/** A hub to copy from: Spark, the registry and the gateway in one Java application. */
@NullMarked
package org.drystone.examples.sparkhub;

import org.jspecify.annotations.NullMarked;
