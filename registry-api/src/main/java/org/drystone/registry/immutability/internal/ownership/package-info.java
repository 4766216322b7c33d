/**
 * Proofs that an array or a collection belongs to one object alone, and is only read. Starts at
 * {@link Ownership}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.ownership;

import org.jspecify.annotations.NullMarked;
