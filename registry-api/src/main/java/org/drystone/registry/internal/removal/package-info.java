/**
 * Removing, restoring and pruning versions. Starts at {@link RemovalsView}; what a removal is, as a
 * part of a commit, is {@link Removing}.
 */
@NullMarked
package org.drystone.registry.internal.removal;

import org.jspecify.annotations.NullMarked;
