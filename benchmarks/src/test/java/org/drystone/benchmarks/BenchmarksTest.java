package org.drystone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs; what it measures is for the profile {@code bench} to say. */
class BenchmarksTest {

  @Test
  void every_benchmark_runs() throws RunnerException {
    Options once =
        new OptionsBuilder()
            .include("org\\.drystone\\.benchmarks\\..*")
            .param("names", "10")
            .param("more", "10")
            .param("entries", "10")
            .param("versions", "10")
            .param("watchers", "10")
            .param("size", "100")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    assertThat(new Runner(once).run())
        .extracting(RunResult::getPrimaryResult)
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.getScore()).isPositive());
  }
}
