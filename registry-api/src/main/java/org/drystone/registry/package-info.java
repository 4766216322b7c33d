/** The public faces of the registry: a reader starts at {@code Hub} and {@code Registry}. */
@NullMarked
package org.drystone.registry;

import org.jspecify.annotations.NullMarked;
