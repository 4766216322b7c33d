package org.drystone.benchmarks.core;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
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

/** What it costs to list all names with their labels, beside a copy of a plain sorted map. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ListBenchmark {

  /** How many names there are. */
  @Param("10000")
  public int names;

  private final Map<Name, Label> map = new ConcurrentSkipListMap<>();
  private final Hub hub = Hub.create();
  private final Registry owner = People.owner(hub);
  private final Registry grantee = People.grantee(hub);
  private Query all = Query.all();

  /** Publishes a value under each name, and shares it. */
  @Setup
  public void fill() {
    all = all.limit(names);
    for (Key<String> key : People.keys(names)) {
      map.put(key.name(), owner.publish(key, key.toString()));
      owner.access().grant(key.name(), grantee.caller().user(), Right.READ);
    }
  }

  /** Closes the hub. */
  @TearDown
  public void close() {
    hub.close();
  }

  /** The plain thing. */
  @Benchmark
  public List<Label> concurrentSkipListMap() {
    return List.copyOf(map.values());
  }

  /** Ours, for who published them. */
  @Benchmark
  public Listing owner() {
    return owner.list(all);
  }

  /** Ours, for a user who was granted each of them. */
  @Benchmark
  public Listing grantee() {
    return grantee.list(all);
  }
}
