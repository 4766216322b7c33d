/**
 * An application whose parts share immutable objects by name: no Spark, no Python, no network. One
 * part trains models, one releases them, one answers with what is released. Starts at {@link
 * org.drystone.examples.embedded.DelayService}, whose {@code main} runs a day of it.
 */
@NullMarked
package org.drystone.examples.embedded;

import org.jspecify.annotations.NullMarked;
