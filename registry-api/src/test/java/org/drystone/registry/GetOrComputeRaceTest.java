package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many callers of many users ask at once, again and again. */
class GetOrComputeRaceTest {

  private static final int CALLERS = 40;
  private static final int ROUNDS = 200;

  private final Hub hub = Hub.create();
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private final AtomicInteger computations = new AtomicInteger();

  @AfterEach
  void close() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    hub.close();
  }

  @Test
  void one_computes_and_all_get_the_same_object() throws Exception {
    List<List<Object>> rounds =
        race((registry, key, caller) -> registry.getOrCompute(key, this::computed));

    assertThat(computations).hasValue(ROUNDS);
    assertThat(rounds).allSatisfy(round -> assertThat(round).containsOnly(round.get(0)));
  }

  @Test
  void whoever_publishes_without_asking_all_get_the_one_first_version() throws Exception {
    List<List<Object>> rounds =
        race(
            (registry, key, caller) -> {
              if (caller == 0) {
                hub.registry().publish(key, "explicit");
              }
              return registry.getOrCompute(key, this::computed);
            });

    assertThat(rounds)
        .allSatisfy(round -> assertThat(round.stream().distinct().toList()).hasSizeBetween(1, 2));
    for (int round = 0; round < ROUNDS; round++) {
      List<Object> versions = new ArrayList<>();
      for (Label label : hub.registry().versions(key(round).name())) {
        versions.add(hub.registry().get(key(round).version(label.version())));
      }
      assertThat(versions).containsAll(rounds.get(round)).endsWith("explicit").hasSizeLessThan(3);
    }
  }

  @Test
  void when_computers_give_up_in_turn_exactly_one_value_comes_of_it() throws Exception {
    List<List<Object>> rounds =
        race(
            (registry, key, caller) -> {
              try {
                return registry.getOrCompute(key, () -> givingUp(caller));
              } catch (CancelledException e) {
                return registry.getOrCompute(key, this::computed);
              }
            });

    assertThat(computations).hasValue(ROUNDS);
    assertThat(rounds).allSatisfy(round -> assertThat(round).containsOnly(round.get(0)));
  }

  private String computed() {
    return "computed " + computations.incrementAndGet();
  }

  private String givingUp(int caller) {
    if (caller % 2 == 0) {
      throw new CancelledException("Caller " + caller + " gives up", "the test says so", "Wait");
    }
    return computed();
  }

  private interface Racer {
    Object run(Registry registry, Key<String> key, int caller) throws Exception;
  }

  private static Key<String> key(int round) {
    return Key.of("shared/model " + round, String.class);
  }

  /** What each caller got in each round. */
  private List<List<Object>> race(Racer racer) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    List<Callable<List<Object>>> tasks = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      Registry registry = hub.as(Caller.of(Principal.user("user " + i)));
      tasks.add(
          () -> {
            List<Object> got = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
              start.await(1, TimeUnit.MINUTES);
              got.add(racer.run(registry, key(round), caller));
            }
            return got;
          });
    }
    List<List<Object>> byCaller = new ArrayList<>();
    for (Future<List<Object>> future : threads.invokeAll(tasks, 2, TimeUnit.MINUTES)) {
      byCaller.add(future.get());
    }
    List<List<Object>> byRound = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      int at = round;
      byRound.add(byCaller.stream().map(got -> got.get(at)).toList());
    }
    return byRound;
  }
}
