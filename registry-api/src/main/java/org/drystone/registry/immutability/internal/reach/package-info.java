/**
 * Who can reach a field or a method, and when: the code about which proofs are. Starts at {@link
 * Family}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.reach;

import org.jspecify.annotations.NullMarked;
