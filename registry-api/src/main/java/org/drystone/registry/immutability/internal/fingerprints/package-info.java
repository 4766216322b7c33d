/** Sums up everything reachable from one object. Starts at {@link FingerprintWalk}. */
@NullMarked
package org.drystone.registry.immutability.internal.fingerprints;

import org.jspecify.annotations.NullMarked;
