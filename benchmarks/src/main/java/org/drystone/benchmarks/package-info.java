/** JMH benchmarks, each beside the plain thing it is compared with. */
@NullMarked
package org.drystone.benchmarks;

import org.jspecify.annotations.NullMarked;
