package org.drystone.benchmarks.core;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Registry;
import org.drystone.registry.Watch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes from a change until the last of many waiting threads knows of it, beside the
 * plain thing: a condition that is signalled to all.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WatcherCrowdBenchmark {

  private static final Duration LONG = Duration.ofHours(1);

  /** Watchers of one name. */
  @State(Scope.Benchmark)
  public static class Watched {

    /** How many threads wait. */
    @Param("1000")
    public int watchers;

    private final Key<Integer> key = Key.of("shared/x", Integer.class);
    private final Hub hub = Hub.create();
    private final Registry registry = hub.registry();
    private Crowd crowd = new Crowd(Collections.emptyList());

    /** Begins to watch. */
    @Setup
    public void watch() {
      crowd = new Crowd(Stream.generate(this::place).limit(watchers).toList());
    }

    private Crowd.Place place() {
      Watch watch = registry.changes().of(key.name()).fromNow();
      return () -> watch.next(LONG);
    }

    /** Waits until all wait. */
    @Setup(Level.Invocation)
    public void settle() {
      crowd.settle();
    }

    /** Ends it. */
    @TearDown
    public void close() throws InterruptedException {
      crowd.close();
      hub.close();
    }
  }

  /** Threads that wait for one condition. */
  @State(Scope.Benchmark)
  public static class Signalled {

    /** How many threads wait. */
    @Param("1000")
    public int watchers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by lock. */
    private long changes;

    private Crowd crowd = new Crowd(Collections.emptyList());

    /** Begins to wait. */
    @Setup
    public void watch() {
      crowd = new Crowd(Collections.nCopies(watchers, this::awaitChange));
    }

    private void awaitChange() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        long seen = changes;
        long left = LONG.toNanos();
        while (changes == seen && left > 0) {
          left = changed.awaitNanos(left);
        }
      } finally {
        lock.unlock();
      }
    }

    private void signal() {
      lock.lock();
      try {
        changes++;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    /** Waits until all wait. */
    @Setup(Level.Invocation)
    public void settle() {
      crowd.settle();
    }

    /** Ends it. */
    @TearDown
    public void close() throws InterruptedException {
      crowd.close();
    }
  }

  /** Ours: publish, until the last watcher was told. */
  @Benchmark
  public void publishToAll(Watched state) throws InterruptedException {
    state.registry.publish(state.key, 1);
    state.crowd.awaitAllTold();
  }

  /** What a publisher itself waits for, with all those watchers. */
  @Benchmark
  public void publish(Watched state) {
    state.registry.publish(state.key, 1);
  }

  /** The plain thing. */
  @Benchmark
  public void signalAll(Signalled state) throws InterruptedException {
    state.signal();
    state.crowd.awaitAllTold();
  }
}
