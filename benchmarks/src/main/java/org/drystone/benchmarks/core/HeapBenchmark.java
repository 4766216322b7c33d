package org.drystone.benchmarks.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

/**
 * How much heap a small entry takes, the name and the number in it included. The time is that of
 * the weighing; {@code bytesPerEntry} is what counts.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class HeapBenchmark {

  /** What is put in. */
  @State(Scope.Thread)
  public static class Names {

    /** How many there are when the first weight is taken: more than the commits that are kept. */
    @Param("110000")
    public int names;

    /** How many more when the second is. */
    @Param("10000")
    public int more;
  }

  /** The result. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Weight {

    /** What one name more adds. */
    public double bytesPerEntry;
  }

  /** How to put something in. */
  @FunctionalInterface
  interface Filling {
    void put(Key<Integer> key, Integer value);
  }

  /** The plain thing. */
  @Benchmark
  public void concurrentHashMap(Names names, Weight weight) {
    Map<Key<Integer>, Integer> map = new ConcurrentHashMap<>();
    weigh(map, map::put, names, weight);
  }

  /** A cache. */
  @Benchmark
  public void caffeine(Names names, Weight weight) {
    Cache<Key<Integer>, Integer> cache = Caffeine.newBuilder().maximumSize(1_000_000).build();
    weigh(cache, cache::put, names, weight);
  }

  /** Ours. */
  @Benchmark
  public void registry(Names names, Weight weight) {
    try (Hub hub = Hub.create()) {
      weigh(hub, People.owner(hub)::publish, names, weight);
    }
  }

  /** Weighs the container, and again with more in it: all that does not grow is left out. */
  private static void weigh(Object container, Filling filling, Names names, Weight weight) {
    List<Key<Integer>> keys = People.keys(names.names + names.more, Integer.class);
    keys.subList(0, names.names).forEach(key -> filling.put(key, key.hashCode()));
    long before = size(container);
    keys.subList(names.names, keys.size()).forEach(key -> filling.put(key, key.hashCode()));
    weight.bytesPerEntry = (double) (size(container) - before) / names.more;
  }

  private static long size(Object container) {
    System.setProperty("jol.magicFieldOffset", "true"); // or it cannot look into records
    return GraphLayout.parseInstance(container).totalSize();
  }
}
