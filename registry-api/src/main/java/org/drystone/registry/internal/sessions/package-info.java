/** Client programs, and what goes with them. Starts at {@link Sessions}. */
@NullMarked
package org.drystone.registry.internal.sessions;

import org.jspecify.annotations.NullMarked;
