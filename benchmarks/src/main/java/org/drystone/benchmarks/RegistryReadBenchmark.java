package org.drystone.benchmarks;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Registry;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to get a value by its key, beside a plain concurrent map of the same size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 12, time = 1)
@Fork(3)
public class RegistryReadBenchmark {

  /** How many names there are. */
  @Param({"1000", "100000"})
  public int names;

  private final ConcurrentMap<Key<String>, String> map = new ConcurrentHashMap<>();
  private List<Key<String>> keys = List.of();
  private Hub hub = Hub.create();
  private Registry registry = hub.registry();

  /** Publishes a value under each name. */
  @Setup
  public void publish() {
    keys = IntStream.range(0, names).mapToObj(i -> Key.of("shared/n" + i, String.class)).toList();
    for (Key<String> key : keys) {
      registry.publish(key, key.toString());
      map.put(key, key.toString());
    }
  }

  /** Closes the hub. */
  @TearDown
  public void close() {
    hub.close();
  }

  /** The plain thing. */
  @Benchmark
  public @Nullable String concurrentHashMapGet() {
    return map.get(anyKey());
  }

  /** Ours. */
  @Benchmark
  public String registryGet() {
    return registry.get(anyKey());
  }

  private Key<String> anyKey() {
    return keys.get(ThreadLocalRandom.current().nextInt(keys.size()));
  }
}
