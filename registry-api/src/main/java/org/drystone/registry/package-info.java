/**
 * The public faces of the registry. Start at {@link org.drystone.registry.Hub}, which an
 * application opens, and {@link org.drystone.registry.Registry}, which everyone works with; {@link
 * org.drystone.registry.Key} and {@link org.drystone.registry.Label} are what goes in and comes
 * out.
 *
 * <p>Null is never taken but where {@code @Nullable} says so: it is a {@link NullPointerException},
 * and nothing was changed.
 */
@NullMarked
package org.drystone.registry;

import org.jspecify.annotations.NullMarked;
