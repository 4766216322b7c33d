package org.drystone.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to check the first object of a class, in a JVM that has just started. Each
 * iteration takes another class, from class loaders that nobody else uses: look at the percentiles
 * over the iterations in the JSON, and at those of merely reading the same class files.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = FirstAnalysisBenchmark.CLASSES)
@Fork(5)
public class FirstAnalysisBenchmark {

  /** How many classes there are. */
  static final int CLASSES = 1_000;

  private final ImmutabilityChecker checker = new ImmutabilityChecker();
  private final SampleClasses classes = new SampleClasses(CLASSES);
  private int next;
  private Class<?> type = Object.class;
  private Object object = new Object();

  /** Makes an empty object of the next class. */
  @Setup(Level.Iteration)
  public void load() throws ReflectiveOperationException {
    object = classes.emptyObject(next++);
    type = object.getClass();
  }

  /** Ends the class loaders. */
  @TearDown
  public void close() throws IOException {
    classes.close();
  }

  /** The first check. */
  @Benchmark
  public Verdict firstCheck() {
    return checker.check(object);
  }

  /** Only the class file. */
  @Benchmark
  public byte[] fileRead() throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
