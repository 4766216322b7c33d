package org.drystone.registry.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The threads that a hub has of its own. */
class HouseThreadsTest {

  @Test
  void the_housekeeper_keeps_no_program_from_its_end() throws Exception {
    Housekeeper housekeeper = new Housekeeper(Clock.systemUTC());
    CompletableFuture<Thread> keeper = new CompletableFuture<>();

    housekeeper.at(Instant.now(), () -> keeper.complete(Thread.currentThread()));

    assertThat(keeper.get(1, TimeUnit.MINUTES).isDaemon()).isTrue();
    housekeeper.close();
  }

  @Test
  void a_chore_that_fails_keeps_no_other_from_being_done() throws Exception {
    Housekeeper housekeeper = new Housekeeper(Clock.systemUTC());
    CompletableFuture<String> done = new CompletableFuture<>();

    housekeeper.at(
        Instant.now(),
        () -> {
          throw new IllegalStateException("the engine is gone");
        });
    housekeeper.at(Instant.now(), () -> done.complete("done"));

    assertThat(done.get(1, TimeUnit.MINUTES)).isEqualTo("done");
    housekeeper.close();
  }

  @Test
  void after_its_end_the_housekeeper_takes_chores_and_does_none() {
    Housekeeper housekeeper = new Housekeeper(Clock.systemUTC());
    CompletableFuture<String> done = new CompletableFuture<>();
    housekeeper.close();

    housekeeper.at(Instant.now(), () -> done.complete("done"));

    assertThat(done).isNotDone();
  }

  @Test
  void who_counts_minutes_keeps_no_program_from_its_end_and_ends_when_stopped() throws Exception {
    Set<Thread> before = counters();
    Ticks ticks = Ticks.start();
    Set<Thread> mine = counters();
    mine.removeAll(before);

    assertThat(mine).singleElement().satisfies(thread -> assertThat(thread.isDaemon()).isTrue());
    ticks.stop();
    for (Thread thread : mine) {
      thread.join(TimeUnit.MINUTES.toMillis(1));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static Set<Thread> counters() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("drystone-ticks"))
        .collect(Collectors.toSet());
  }
}
