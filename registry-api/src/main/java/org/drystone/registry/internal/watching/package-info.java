/**
 * The feed of changes as one caller may see it, pulled or pushed. Starts at {@link ChangeFeed};
 * what may be seen decides {@link Sight}.
 */
@NullMarked
package org.drystone.registry.internal.watching;

import org.jspecify.annotations.NullMarked;
