/** Giving, taking and asking for rights. Starts at {@link AccessView}. */
@NullMarked
package org.drystone.registry.internal.access;

import org.jspecify.annotations.NullMarked;
