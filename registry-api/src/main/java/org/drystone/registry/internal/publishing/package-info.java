/** Reserve, freeze, commit. Starts at {@link Publisher}. */
@NullMarked
package org.drystone.registry.internal.publishing;

import org.jspecify.annotations.NullMarked;
