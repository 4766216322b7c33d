/** What an engine adds to the sessions of the gateway. */
@NullMarked
package org.drystone.registry.py4j.spi;

import org.jspecify.annotations.NullMarked;
