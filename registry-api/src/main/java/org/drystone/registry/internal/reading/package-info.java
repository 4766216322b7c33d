/**
 * What one caller may read: references followed, lists, and why there is nothing. Starts at {@link
 * Resolver}.
 */
@NullMarked
package org.drystone.registry.internal.reading;

import org.jspecify.annotations.NullMarked;
