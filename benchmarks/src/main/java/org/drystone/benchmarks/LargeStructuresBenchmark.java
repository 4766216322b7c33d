package org.drystone.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to check large structures, beside merely going through them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 12, time = 1)
@Fork(value = 2, jvmArgs = "-Xmx2g")
public class LargeStructuresBenchmark {

  /** The class alone decides. */
  public record Flight(String carrier, int delay) {}

  /** What is in it decides. */
  public record Box(Object content) {}

  /** A chain of objects. */
  public record Link(Object value, @Nullable Link next) {}

  /** How many objects there are. */
  @Param("1000000")
  public int size;

  private final ImmutabilityChecker checker = new ImmutabilityChecker();
  private List<String> strings = List.of();
  private List<Flight> flights = List.of();
  private List<Box> boxes = List.of();
  private @Nullable Link chain;

  /** Makes them all. */
  @Setup
  public void make() {
    strings = List.of(IntStream.range(0, size).mapToObj(Integer::toString).toArray(String[]::new));
    flights = strings.stream().map(text -> new Flight(text, text.length())).toList();
    boxes = strings.stream().<Box>map(Box::new).toList();
    chain = null;
    for (String text : strings) {
      chain = new Link(text, chain);
    }
  }

  /** A list of strings. */
  @Benchmark
  public Verdict strings() {
    return checker.check(strings);
  }

  /** Goes through them. */
  @Benchmark
  public boolean stringsIterated() {
    return allAre(String.class, strings);
  }

  /** A list of records of a string and a number. */
  @Benchmark
  public Verdict flights() {
    return checker.check(flights);
  }

  /** Goes through them. */
  @Benchmark
  public boolean flightsIterated() {
    return allAre(Flight.class, flights);
  }

  /** A list of records, each of which has to be looked into. */
  @Benchmark
  public Verdict boxes() {
    return checker.check(boxes);
  }

  /** Goes through them, and looks into each. */
  @Benchmark
  public boolean boxesIterated() {
    for (Box box : boxes) {
      if (box.content().getClass() != String.class) {
        return false;
      }
    }
    return true;
  }

  /** A chain as long as the lists. */
  @Benchmark
  public Verdict chain() {
    return checker.check(chain);
  }

  /** Goes along it. */
  @Benchmark
  public boolean chainFollowed() {
    for (Link link = chain; link != null; link = link.next()) {
      if (link.value().getClass() != String.class) {
        return false;
      }
    }
    return true;
  }

  private static boolean allAre(Class<?> type, List<?> list) {
    for (Object element : list) {
      if (element.getClass() != type) {
        return false;
      }
    }
    return true;
  }
}
