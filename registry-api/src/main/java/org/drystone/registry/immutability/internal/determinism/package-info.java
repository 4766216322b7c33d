/**
 * Proofs that code gives the same whenever it runs, and changes nothing. Starts at {@link
 * Determinism}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.determinism;

import org.jspecify.annotations.NullMarked;
