package org.drystone.benchmarks.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Registry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to publish a number, by what is there already. Each measurement publishes a
 * thousand, so that all registries grow by the same number.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 200)
@Measurement(iterations = 100)
@Fork(1)
public class PublishBenchmark {

  private static final int AT_ONCE = 1000;

  /** A registry with many names. */
  @State(Scope.Benchmark)
  public static class Names {

    /** How many names there are. */
    @Param({"10", "10000", "1000000"})
    public int entries;

    private final Hub hub = Hub.create();
    private final Registry registry = People.owner(hub);
    private List<Key<Integer>> keys = List.of();
    private int fresh;

    /** Publishes a value under each name. */
    @Setup
    public void fill() {
      keys = People.keys(entries, Integer.class);
      keys.forEach(key -> registry.publish(key, 1));
    }

    private Key<Integer> any() {
      return keys.get(ThreadLocalRandom.current().nextInt(entries));
    }

    private Key<Integer> fresh() {
      return Key.of("ada/fresh" + fresh++, Integer.class);
    }

    /** Closes the hub. */
    @TearDown
    public void close() {
      hub.close();
    }
  }

  /** The plain thing: a map to what a version is at least, the last one. */
  @State(Scope.Benchmark)
  public static class Plain {

    /** How many names there are. */
    @Param({"10", "10000", "1000000"})
    public int entries;

    private final Map<Key<Integer>, Numbered> map = new ConcurrentHashMap<>();
    private List<Key<Integer>> keys = List.of();

    /** Puts a value under each name. */
    @Setup
    public void fill() {
      keys = People.keys(entries, Integer.class);
      keys.forEach(key -> map.put(key, new Numbered(1, 1, Instant.now())));
    }

    private Key<Integer> any() {
      return keys.get(ThreadLocalRandom.current().nextInt(entries));
    }
  }

  /** A value, with a number and a time. */
  record Numbered(long number, Integer value, Instant time) {

    Numbered next(Integer value) {
      return new Numbered(number + 1, value, Instant.now());
    }
  }

  /** A registry with one name. */
  @State(Scope.Benchmark)
  public static class Versions {

    /** How many versions there are of it. */
    @Param("100000")
    public int versions;

    private final Hub hub = Hub.create();
    private final Registry registry = People.owner(hub);
    private final Key<Integer> key = Key.of("ada/n", Integer.class);

    /** Publishes the versions. */
    @Setup
    public void fill() {
      for (int i = 0; i < versions; i++) {
        registry.publish(key, i);
      }
    }

    /** Closes the hub. */
    @TearDown
    public void close() {
      hub.close();
    }
  }

  /** The plain thing: one more version of one of the names, in the place of the last. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public void concurrentHashMap(Plain names, Blackhole hole) {
    for (int i = 0; i < AT_ONCE; i++) {
      Integer value = i;
      hole.consume(names.map.computeIfPresent(names.any(), (key, last) -> last.next(value)));
    }
  }

  /** One more version of one of the names. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public void again(Names names, Blackhole hole) {
    for (int i = 0; i < AT_ONCE; i++) {
      hole.consume(names.registry.publish(names.any(), i));
    }
  }

  /** A name more. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public void another(Names names, Blackhole hole) {
    for (int i = 0; i < AT_ONCE; i++) {
      hole.consume(names.registry.publish(names.fresh(), i));
    }
  }

  /** One more version of a name with many. */
  @Benchmark
  @OperationsPerInvocation(AT_ONCE)
  public Label versions(Versions versions) {
    Label last = versions.registry.publish(versions.key, 0);
    for (int i = 1; i < AT_ONCE; i++) {
      last = versions.registry.publish(versions.key, i);
    }
    return last;
  }
}
