package org.drystone.benchmarks.core;

import org.openjdk.jmh.annotations.Threads;

/** As {@link ReadBenchmark}, with eight threads that read at once. */
@Threads(8)
public class CrowdedReadBenchmark extends ReadBenchmark {}
