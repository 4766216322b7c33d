package org.drystone.benchmarks.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
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

/** What it costs to get a value by its key, beside plain maps of the same size. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ReadBenchmark {

  /** The same values everywhere. */
  @State(Scope.Benchmark)
  public abstract static class Values {

    /** How many there are. */
    @Param({"1000", "10000", "100000"})
    public int names;

    private List<Key<String>> keys = List.of();

    /**
     * Puts a value under each key. What was put is then collected once, as in an application that
     * has run for a while: where objects lie decides how many of them a processor's caches hold,
     * and right after they were made they lie between what only making them took.
     */
    @Setup
    public void fill() {
      keys = People.keys(names);
      keys.forEach(key -> put(key, key.toString()));
      System.gc();
    }

    abstract void put(Key<String> key, String value);

    Key<String> anyKey() {
      return keys.get(ThreadLocalRandom.current().nextInt(names));
    }
  }

  /** Values in a plain map. */
  public static class InMap extends Values {
    private final Map<Key<String>, String> map = new ConcurrentHashMap<>();

    @Override
    void put(Key<String> key, String value) {
      map.put(key, value);
    }
  }

  /** Values in a cache. */
  public static class InCache extends Values {
    private final Cache<Key<String>, String> cache =
        Caffeine.newBuilder().maximumSize(1_000_000).build();

    @Override
    void put(Key<String> key, String value) {
      cache.put(key, value);
    }
  }

  /** Values in a registry, each shared with one other user by its name. */
  public static class Published extends Values {
    private final Hub hub = Hub.create();
    private final Registry owner = People.owner(hub);
    private final Registry grantee = People.grantee(hub);

    @Override
    void put(Key<String> key, String value) {
      owner.publish(key, value);
      owner.access().grant(key.name(), grantee.caller().user(), Right.READ);
    }

    /** Closes the hub. */
    @TearDown
    public void close() {
      hub.close();
    }
  }

  /** The plain thing. */
  @Benchmark
  public @Nullable String concurrentHashMap(InMap values) {
    return values.map.get(values.anyKey());
  }

  /** A cache that is known to be fast. */
  @Benchmark
  public @Nullable String caffeine(InCache values) {
    return values.cache.getIfPresent(values.anyKey());
  }

  /** Ours, for who published them. */
  @Benchmark
  public String owner(Published values) {
    return values.owner.get(values.anyKey());
  }

  /** Ours, for a user who was granted each of them. */
  @Benchmark
  public String grantee(Published values) {
    return values.grantee.get(values.anyKey());
  }
}
