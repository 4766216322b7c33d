/**
 * Proofs that nobody can tell whether a field is filled yet. Starts at {@link Caches}, the plainest
 * of them.
 */
@NullMarked
package org.drystone.registry.immutability.internal.caches;

import org.jspecify.annotations.NullMarked;
