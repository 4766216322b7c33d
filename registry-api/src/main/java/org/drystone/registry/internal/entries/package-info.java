/** The names, their versions, and all that is remembered of them. Starts at {@link Entries}. */
@NullMarked
package org.drystone.registry.internal.entries;

import org.jspecify.annotations.NullMarked;
