/**
 * What adapters of engines and stores implement. Start at {@link
 * org.drystone.registry.spi.ValueAdapter}.
 */
@NullMarked
package org.drystone.registry.spi;

import org.jspecify.annotations.NullMarked;
