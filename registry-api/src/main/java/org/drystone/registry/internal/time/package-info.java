/** Limits of waiting, and the hub's own threads. Starts at {@link Deadline}. */
@NullMarked
package org.drystone.registry.internal.time;

import org.jspecify.annotations.NullMarked;
