/** The commits that are kept, and how to wait for the next. Starts at {@link CommitLog}. */
@NullMarked
package org.drystone.registry.internal.log;

import org.jspecify.annotations.NullMarked;
