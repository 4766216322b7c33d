package org.drystone.registry.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  void the_housekeeper_has_no_thread_while_nothing_is_due() throws Exception {
    Housekeeper housekeeper = new Housekeeper(Clock.systemUTC());
    CompletableFuture<Thread> keeper = new CompletableFuture<>();

    housekeeper.at(Instant.now(), () -> keeper.complete(Thread.currentThread()));

    assertEnds(keeper.get(1, TimeUnit.MINUTES));
    housekeeper.close();
  }

  @Test
  void a_chore_is_done_in_its_time_by_the_clock_of_the_hub() throws Exception {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    Housekeeper housekeeper = new Housekeeper(Clock.fixed(noon, ZoneOffset.UTC));
    Queue<String> done = new ConcurrentLinkedQueue<>();
    CountDownLatch both = new CountDownLatch(2);

    housekeeper.at(noon.plus(Duration.ofDays(1)), () -> done.add("tomorrow"));
    housekeeper.at(noon.minus(Duration.ofDays(1)), () -> finish("overdue", done, both));
    housekeeper.at(noon.plusMillis(1), () -> finish("soon", done, both));

    assertThat(both.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(done).containsExactly("overdue", "soon");
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
  void who_counts_time_keeps_no_program_from_its_end_and_ends_when_stopped() throws Exception {
    Set<Thread> before = counters();
    Ticks ticks = Ticks.each(Duration.ofDays(1));
    Thread counter = counterBut(before);

    assertThat(counter.isDaemon()).isTrue();
    ticks.stop();
    assertEnds(counter);
  }

  @Test
  @Timeout(60)
  void time_is_counted_again_and_again() {
    Ticks ticks = Ticks.each(Duration.ofMillis(1));

    while (ticks.now() < 3) {
      Thread.onSpinWait();
    }
    ticks.stop();
  }

  @Test
  @Timeout(60)
  void it_is_not_counted_before_it_has_passed_and_costs_nothing_meanwhile() {
    Set<Thread> before = counters();
    Ticks ticks = Ticks.each(Duration.ofDays(1));
    Thread counter = counterBut(before);

    while (counter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    assertThat(ticks.now()).isZero();
    ticks.stop();
  }

  private static void finish(String chore, Queue<String> done, CountDownLatch latch) {
    done.add(chore);
    latch.countDown();
  }

  private static void assertEnds(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.MINUTES.toMillis(1));
    assertThat(thread.isAlive()).isFalse();
  }

  private static Thread counterBut(Set<Thread> others) {
    Set<Thread> mine = counters();
    mine.removeAll(others);
    assertThat(mine).hasSize(1);
    return mine.iterator().next();
  }

  private static Set<Thread> counters() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("drystone-ticks"))
        .collect(Collectors.toSet());
  }
}
