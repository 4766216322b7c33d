/** A plain JVM application that shares immutable objects with Python. */
@NullMarked
package org.drystone.examples.plainjvm;

import org.jspecify.annotations.NullMarked;
