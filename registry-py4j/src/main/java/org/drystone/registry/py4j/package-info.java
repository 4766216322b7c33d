/**
 * The gateway for Python clients. Start at {@link org.drystone.registry.py4j.Gateway}, which a host
 * application opens; inside, at {@code Session}, which is one client program, and at {@code
 * Remote}, which is what the Python package calls.
 */
@NullMarked
package org.drystone.registry.py4j;

import org.jspecify.annotations.NullMarked;
