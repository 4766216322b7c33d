/**
 * Judges a class from what is known, what is proven of its fields, and what the user says. Starts
 * at {@link ClassJudge}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.judging;

import org.jspecify.annotations.NullMarked;
