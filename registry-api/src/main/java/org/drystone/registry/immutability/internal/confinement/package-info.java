/**
 * Proofs that an object of any class belongs to one holder alone, by following all code that may
 * get at it. Starts at {@link Confinement}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.confinement;

import org.jspecify.annotations.NullMarked;
