/**
 * Decides at run time whether an object can change; usable by itself. Start at {@link
 * org.drystone.registry.immutability.ImmutabilityChecker}.
 */
@NullMarked
package org.drystone.registry.immutability;

import org.jspecify.annotations.NullMarked;
