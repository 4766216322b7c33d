/**
 * What follows from the code of a class for each of its fields: asks all proofs in turn. Starts at
 * {@link ClassFacts}. A proof never guesses: what it does not understand counts against the field.
 */
@NullMarked
package org.drystone.registry.immutability.internal.proofs;

import org.jspecify.annotations.NullMarked;
