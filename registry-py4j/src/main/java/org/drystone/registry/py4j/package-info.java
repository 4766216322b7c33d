/** The gateway for Python clients; a reader starts at {@code Gateway}. */
@NullMarked
package org.drystone.registry.py4j;

import org.jspecify.annotations.NullMarked;
