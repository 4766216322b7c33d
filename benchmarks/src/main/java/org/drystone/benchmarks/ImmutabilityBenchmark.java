package org.drystone.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to check small objects of known classes, beside a check written by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 12, time = 1)
@Fork(2)
public class ImmutabilityBenchmark {

  /** Five fields that can hold anything. */
  public record Five(Object name, Object number, Object ratio, Object day, Object id) {}

  /** A row with what can hold anything. */
  public record Row(int number, Object when) {}

  /** Rows that can hold anything. */
  public record Report(List<Row> rows) {}

  private final ImmutabilityChecker checker = new ImmutabilityChecker();
  private final Object leaf = "text";
  private final Object three = List.of(1, 2, 3);
  private final Object five = new Five("name", 1, 2.5, LocalDate.of(2024, 2, 29), new UUID(1, 2));
  private final Object report =
      new Report(
          List.of(
              new Row(0, "a"), new Row(1, "b"), new Row(2, "c"), new Row(3, new AtomicInteger(3))));

  /** An object whose class alone decides. */
  @Benchmark
  public Verdict leaf() {
    return checker.check(leaf);
  }

  /** The same by hand. */
  @Benchmark
  public boolean leafByHand() {
    return ByHand.isImmutable(leaf);
  }

  /** A list of three numbers. */
  @Benchmark
  public Verdict listOfThree() {
    return checker.check(three);
  }

  /** The same by hand. */
  @Benchmark
  public boolean listOfThreeByHand() {
    return ByHand.isImmutable(three);
  }

  /** A record whose five fields have to be looked at. */
  @Benchmark
  public Verdict recordOfFive() {
    return checker.check(five);
  }

  /** The same by hand. */
  @Benchmark
  public boolean recordOfFiveByHand() {
    return five instanceof Five record
        && ByHand.isImmutable(record.name())
        && ByHand.isImmutable(record.number())
        && ByHand.isImmutable(record.ratio())
        && ByHand.isImmutable(record.day())
        && ByHand.isImmutable(record.id());
  }

  /** A refusal that tells the path: {@code Report.rows[3].when}. */
  @Benchmark
  public Verdict refusal() {
    return checker.check(report);
  }

  /** The same by hand, without telling anything. */
  @Benchmark
  public boolean refusalByHand() {
    if (report instanceof Report holder) {
      for (Row row : holder.rows()) {
        if (!ByHand.isImmutable(row.when())) {
          return false;
        }
      }
    }
    return true;
  }
}
