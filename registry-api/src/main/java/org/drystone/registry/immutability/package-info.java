/** Decides whether an object can change; usable alone. Starts at {@code ImmutabilityChecker}. */
@NullMarked
package org.drystone.registry.immutability;

import org.jspecify.annotations.NullMarked;
