/**
 * The public faces of the registry. Start at {@link org.drystone.registry.Hub}, which an
 * application opens, and {@link org.drystone.registry.Registry}, which everyone works with; {@link
 * org.drystone.registry.Key} and {@link org.drystone.registry.Label} are what goes in and comes
 * out.
 */
@NullMarked
package org.drystone.registry;

import org.jspecify.annotations.NullMarked;
