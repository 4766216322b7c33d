/**
 * The stored values: who admits them, under which type they are read, how long they are kept.
 * Starts at {@link Data}.
 */
@NullMarked
package org.drystone.registry.internal.data;

import org.jspecify.annotations.NullMarked;
