/**
 * Proofs about the fields of a class from its bytecode; internal to the checker. Start at {@link
 * org.drystone.registry.immutability.bytecode.ClassFacts}. A proof never guesses: what it does not
 * understand counts against the field.
 */
@NullMarked
package org.drystone.registry.immutability.bytecode;

import org.jspecify.annotations.NullMarked;
