/** Runs a method on paper, in all ways that it may take. Starts at {@link Replay}. */
@NullMarked
package org.drystone.registry.immutability.internal.replay;

import org.jspecify.annotations.NullMarked;
