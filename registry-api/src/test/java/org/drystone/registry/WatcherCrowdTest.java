package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crowd of threads that wait in the same place. */
class WatcherCrowdTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int CROWD = 1000;
  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void one_commit_wakes_a_thousand_watchers_of_one_name() throws Exception {
    List<Waiter> crowd =
        IntStream.range(0, CROWD)
            .mapToObj(i -> ada.changes().of(KEY.name()).fromNow())
            .map(watch -> Waiter.start(() -> watch.next(LONG).map(Commit::position)))
            .toList();

    Label label = ada.publish(KEY, 1);

    Optional<Position> position = Optional.of(new Position(hub.id(), label.revision()));
    for (Waiter waiter : crowd) {
      assertThat(waiter.result()).isEqualTo(position);
    }
  }

  @Test
  void those_who_leave_the_crowd_take_nobodys_signal_with_them() throws Exception {
    List<Waiter> crowd = new ArrayList<>();
    List<Watch> closing = new ArrayList<>();
    for (int i = 0; i < CROWD / 2; i++) {
      Watch watch = ada.changes().of(KEY.name()).fromNow();
      crowd.add(Waiter.start(() -> watch.next(LONG).isPresent()));
      Watch leaving = ada.changes().of(KEY.name()).fromNow();
      closing.add(leaving);
      Waiter.start(() -> leaving.next(LONG));
    }

    CompletableFuture<Void> leaving =
        CompletableFuture.runAsync(() -> closing.forEach(Watch::close));
    ada.publish(KEY, 1);

    for (Waiter waiter : crowd) {
      assertThat(waiter.result()).isEqualTo(true);
    }
    leaving.get(1, TimeUnit.MINUTES);
  }

  @Test
  void nobody_sleeps_through_a_commit_however_often_and_short_it_waits() throws Exception {
    int changes = 3000;
    List<CompletableFuture<Integer>> watchers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Watch watch = ada.changes().of(KEY.name()).fromNow();
      CompletableFuture<Integer> seen = new CompletableFuture<>();
      watchers.add(seen);
      new Thread(() -> seen.complete(count(watch, changes))).start();
    }

    for (int i = 0; i < changes; i++) {
      ada.publish(KEY, i);
      ada.publish(Key.of("ada/other", Integer.class), i);
    }

    for (CompletableFuture<Integer> seen : watchers) {
      assertThat(seen.get(2, TimeUnit.MINUTES)).isEqualTo(changes);
    }
  }

  /** Counts until all have come, waiting now a long and now a short time. */
  private static int count(Watch watch, int changes) {
    int seen = 0;
    try {
      while (seen < changes) {
        boolean patient = ThreadLocalRandom.current().nextBoolean();
        seen += watch.next(patient ? LONG : Duration.ofNanos(1000)).isPresent() ? 1 : 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen;
  }
}
