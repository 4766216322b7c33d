/**
 * Compares checkers of immutability over a corpus of labelled objects; start at {@link
 * org.drystone.checkers.Comparison}.
 */
@NullMarked
package org.drystone.checkers;

import org.jspecify.annotations.NullMarked;
