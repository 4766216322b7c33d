/**
 * What the registry itself costs, beside the plain thing. {@code ReadBenchmark} says what each
 * daily read costs, and is where to start.
 */
@NullMarked
package org.drystone.benchmarks.core;

import org.jspecify.annotations.NullMarked;
