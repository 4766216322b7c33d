package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.drystone.registry.Change;
import org.drystone.registry.ChangeListener;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Commit;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Position;
import org.drystone.registry.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that are pushed to a listener. */
abstract class SubscriptionsContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  private static final int KEPT = 1000;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Recorder recorder = new Recorder();

  SubscriptionsContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(KEPT));
  }

  @AfterEach
  void close() throws InterruptedException {
    recorder.goOn.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    hub.close();
  }

  @Test
  void tells_what_the_filter_lets_pass_in_order_and_never_two_at_once() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    int changes = KEPT / 2;
    try (Subscription subscription =
        ada.changes()
            .of(KEY.name())
            .to(
                threads,
                commit -> {
                  together.compareAndSet(false, inside.incrementAndGet() > 1);
                  told.add(((Change.Published) commit.changes().get(0)).label().version());
                  inside.decrementAndGet();
                })) {
      for (int i = 0; i < changes; i++) {
        ada.publish(KEY, i);
        ada.publish(Key.of("ada/other", Integer.class), i);
      }

      for (long version : LongStream.rangeClosed(1, changes).toArray()) {
        assertThat(told.poll(1, TimeUnit.MINUTES)).isEqualTo(version);
      }
      assertThat(together).isFalse();
      assertThat(subscription.isOpen()).isTrue();
    }
  }

  @Test
  void begins_after_a_position_and_knows_how_far_it_is() throws Exception {
    ada.publish(KEY, 1);
    Position start = ada.position();
    ada.publish(KEY, 2);

    try (Subscription subscription = ada.changes().to(start, Runnable::run, recorder)) {
      assertThat(recorder.next()).isEqualTo(2);
      assertThat(subscription.position()).isEqualTo(ada.position());
    }
    assertThatThrownBy(() -> ada.changes().to(new Position("elsewhere", 0), threads, recorder))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void a_slow_listener_slows_nobody_and_is_told_when_it_is_too_far_behind() throws Exception {
    recorder.pauseAt(1);
    try (Subscription subscription = ada.changes().to(threads, recorder)) {
      ada.publish(KEY, 1);
      assertThat(recorder.next()).isEqualTo(1);
      for (int i = 2; i <= 2 * KEPT; i++) {
        ada.publish(KEY, i);
      }
      recorder.goOn.countDown();

      assertThat(recorder.end()).isInstanceOf(CompactedException.class);
      assertThat(subscription.isOpen()).isFalse();
    }
  }

  @Test
  void an_exception_of_the_listener_ends_it_and_reaches_it_as_the_last_word() throws Exception {
    recorder.failAt(2);
    Subscription subscription = ada.changes().to(threads, recorder);

    for (int i = 1; i <= 3; i++) {
      ada.publish(KEY, i);
    }

    assertThat(recorder.end()).isInstanceOf(IllegalStateException.class);
    assertThat(subscription.isOpen()).isFalse();
    assertThat(recorder.versions).containsExactly(1L, 2L);
  }

  @Test
  void closing_ends_it_at_once_while_the_listener_runs_and_from_within_it() throws Exception {
    recorder.pauseAt(1);
    Subscription subscription = ada.changes().to(threads, recorder);
    ada.publish(KEY, 1);
    assertThat(recorder.next()).isEqualTo(1);
    ada.publish(KEY, 2);

    subscription.close();
    subscription.close();
    recorder.goOn.countDown();

    CountDownLatch once = new CountDownLatch(1);
    Subscription[] inner = new Subscription[1];
    inner[0] =
        ada.changes()
            .to(
                Runnable::run,
                commit -> {
                  inner[0].close();
                  once.countDown();
                });
    ada.publish(KEY, 3);
    ada.publish(KEY, 4);
    assertThat(once.getCount()).isZero();
    assertThat(inner[0].isOpen()).isFalse();
    close();
    assertThat(recorder.versions).isEmpty();
    assertThat(recorder.ends).as("who closes it needs not be told").isEmpty();
  }

  @Test
  void the_end_of_the_hub_is_told() throws Exception {
    Subscription subscription = ada.changes().to(Runnable::run, recorder);

    hub.close();

    assertThat(recorder.end()).isInstanceOf(ClosedException.class);
    assertThat(subscription.isOpen()).isFalse();
  }

  @Test
  void an_executor_that_refuses_harms_no_publisher() {
    Executor refusing =
        task -> {
          throw new RejectedExecutionException("full");
        };
    Subscription subscription = ada.changes().to(refusing, recorder);

    assertThat(ada.publish(KEY, 1).version()).isEqualTo(1);
    assertThat(subscription.isOpen()).isFalse();
  }

  @Test
  void a_listener_may_use_the_registry_even_on_the_publishers_own_thread() throws Exception {
    Key<Integer> copy = Key.of("ada/copy", Integer.class);
    try (Subscription subscription =
        ada.changes()
            .of(KEY.name())
            .to(Runnable::run, commit -> ada.publish(copy, ada.get(KEY) * 10))) {
      ada.publish(KEY, 4);

      assertThat(ada.get(copy)).isEqualTo(40);
      assertThat(subscription.isOpen()).isTrue();
    }
  }

  @Test
  void many_publishers_and_many_listeners_miss_nothing() throws Exception {
    List<Recorder> recorders = Stream.generate(Recorder::new).limit(50).toList();
    List<Subscription> subscriptions =
        recorders.stream().map(each -> ada.changes().to(threads, each)).toList();
    ExecutorService publishers = Executors.newFixedThreadPool(8);
    for (int i = 0; i < KEPT / 2; i++) {
      publishers.execute(() -> ada.publish(KEY, 1));
    }
    publishers.shutdown();
    assertThat(publishers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    for (Recorder each : recorders) {
      for (long version = 1; version <= KEPT / 2; version++) {
        assertThat(each.next()).isEqualTo(version);
      }
    }
    subscriptions.forEach(Subscription::close);
  }

  /** Keeps what it is told. */
  private static final class Recorder implements ChangeListener {

    final BlockingQueue<Long> versions = new LinkedBlockingQueue<>();
    final BlockingQueue<Throwable> ends = new ArrayBlockingQueue<>(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    private volatile long pauseAt;
    private volatile long failAt;

    void pauseAt(long version) {
      pauseAt = version;
    }

    void failAt(long version) {
      failAt = version;
    }

    @Override
    public void changed(Commit commit) {
      long version = ((Change.Published) commit.changes().get(0)).label().version();
      versions.add(version);
      if (version == pauseAt) {
        try {
          goOn.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      if (version == failAt) {
        throw new IllegalStateException("the listener failed");
      }
    }

    @Override
    public void ended(Throwable reason) {
      ends.add(reason);
    }

    Long next() throws InterruptedException {
      return versions.poll(1, TimeUnit.MINUTES);
    }

    Throwable end() throws InterruptedException {
      return ends.poll(1, TimeUnit.MINUTES);
    }
  }
}
