/**
 * Immutable values that the JDK has no type for: byte strings, and copies of collections that keep
 * nulls and order. Start at {@link org.drystone.registry.values.ImmutableCopies}.
 */
@NullMarked
package org.drystone.registry.values;

import org.jspecify.annotations.NullMarked;
