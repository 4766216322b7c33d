/**
 * Looks at everything reachable from one object, and comes to a verdict. Starts at {@link Walk}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.walk;

import org.jspecify.annotations.NullMarked;
