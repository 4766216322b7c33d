/**
 * What is being computed and published now, and not a part of any revision. Starts at {@link
 * ClaimTable} and {@link Reservations}.
 */
@NullMarked
package org.drystone.registry.internal.underway;

import org.jspecify.annotations.NullMarked;
