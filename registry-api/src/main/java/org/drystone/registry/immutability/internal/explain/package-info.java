/** Says why objects of a class can or cannot change. Starts at {@link Explainer}. */
@NullMarked
package org.drystone.registry.immutability.internal.explain;

import org.jspecify.annotations.NullMarked;
