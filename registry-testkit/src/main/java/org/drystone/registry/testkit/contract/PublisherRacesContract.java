package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Query;
import org.drystone.registry.Versioned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty publishers at once. */
abstract class PublisherRacesContract extends Facet {

  private static final int PUBLISHERS = 50;
  private static final Key<Integer> KEY = Key.of("ada/counter", Integer.class);

  private final ExecutorService threads = Executors.newFixedThreadPool(PUBLISHERS);

  PublisherRacesContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @AfterEach
  void close() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    hub.close();
  }

  @Test
  void without_a_condition_all_fifty_versions_are_kept() throws Exception {
    Set<Integer> mine = ConcurrentHashMap.newKeySet();

    List<Label> labels =
        race(
            publisher -> {
              mine.add(publisher);
              return ada.publish(KEY, publisher);
            });

    assertThat(labels).extracting(Label::version).containsExactlyInAnyOrderElementsOf(upTo(50));
    assertThat(ada.versions(KEY.name()))
        .extracting(label -> ada.get(KEY.version(label.version())))
        .containsExactlyInAnyOrderElementsOf(mine);
  }

  @Test
  void with_a_condition_exactly_one_wins_and_all_others_are_told() throws Exception {
    Label first = ada.publish(KEY, -1);

    List<Boolean> won =
        race(
            publisher -> {
              try {
                ada.publish(KEY, publisher, with -> with.replacing(first));
                return true;
              } catch (ConflictException e) {
                return false;
              }
            });

    assertThat(won).containsOnlyOnce(true);
    assertThat(ada.versions(KEY.name())).hasSize(2);
  }

  @Test
  void compare_and_set_in_a_loop_loses_no_increment() throws Exception {
    ada.publish(KEY, 0);

    race(
        publisher -> {
          while (true) {
            Versioned<Integer> now = ada.read(KEY);
            try {
              return ada.publish(KEY, now.value() + 1, with -> with.replacing(now.label()));
            } catch (ConflictException e) {
              // Somebody was faster: read again.
            }
          }
        });

    assertThat(ada.get(KEY)).isEqualTo(PUBLISHERS);
    assertThat(ada.describe(KEY).version()).isEqualTo(PUBLISHERS + 1);
  }

  @Test
  void readers_never_see_versions_run_backwards_or_a_list_behind_a_read() throws Exception {
    ada.publish(KEY, 0);
    CountDownLatch done = new CountDownLatch(1);
    Future<Long> reader =
        threads.submit(
            () -> {
              long reads = 0;
              long latest = 0;
              while (done.getCount() > 0 || reads == 0) {
                long read = ada.describe(KEY).version();
                long listed = ada.list(Query.all().in("ada")).labels().get(0).version();
                assertThat(read).isGreaterThanOrEqualTo(latest);
                assertThat(listed).isGreaterThanOrEqualTo(read);
                latest = listed;
                reads++;
              }
              return reads;
            });

    for (int i = 1; i <= 2000; i++) {
      ada.publish(KEY, i);
    }
    done.countDown();

    assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
  }

  private interface Racer<R> {
    R run(int publisher) throws Exception;
  }

  /** Runs all publishers from one starting signal. */
  private <R> List<R> race(Racer<R> racer) throws Exception {
    CountDownLatch ready = new CountDownLatch(PUBLISHERS);
    List<Callable<R>> tasks = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      int publisher = i;
      tasks.add(
          () -> {
            ready.countDown();
            assertThat(ready.await(1, TimeUnit.MINUTES)).isTrue();
            return racer.run(publisher);
          });
    }
    List<R> results = new ArrayList<>();
    for (Future<R> future : threads.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
      results.add(future.get());
    }
    return results;
  }

  private static List<Long> upTo(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }
}
