/**
 * What changes with the revisions and is read without a lock as of any of them, as far as that is
 * kept. Starts at {@link Cell}.
 */
@NullMarked
package org.drystone.registry.internal.revisions;

import org.jspecify.annotations.NullMarked;
