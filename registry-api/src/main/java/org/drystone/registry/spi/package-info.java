/** What adapters and stores implement; a reader starts at {@code ValueAdapter}. */
@NullMarked
package org.drystone.registry.spi;

import org.jspecify.annotations.NullMarked;
