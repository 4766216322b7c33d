/** Holds the state of one registry, and makes its commits. Starts at {@link Core}. */
@NullMarked
package org.drystone.registry.internal.core;

import org.jspecify.annotations.NullMarked;
