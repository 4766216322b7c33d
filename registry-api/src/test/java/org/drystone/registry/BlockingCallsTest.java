package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that waits, when its thread is interrupted and when the hub is closed meanwhile. */
class BlockingCallsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Key<Integer> KEY = Key.of("shared/x", Integer.class);
  private static final Key<Integer> BUSY = Key.of("shared/busy", Integer.class);
  private static final Key<Box> BOX = Key.of("shared/box", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  private interface Call {
    Object on(Registry registry, Duration limit) throws Exception;
  }

  private static final Map<String, Call> CALLS = new LinkedHashMap<>();

  static {
    CALLS.put("watch", (r, limit) -> r.changes().fromNow().next(limit));
    CALLS.put("watch of a name", (r, limit) -> r.changes().of(KEY.name()).fromNow().next(limit));
    CALLS.put("await", (r, limit) -> r.await(KEY, limit));
    CALLS.put("await news", (r, limit) -> r.await(KEY, new VersionId(KEY.name(), 1), limit));
    CALLS.put("claim", (r, limit) -> r.claims().claim(BUSY, limit));
    CALLS.put("getOrCompute", (r, limit) -> r.getOrCompute(BUSY, () -> 1, with -> with, limit));
    CALLS.put("publish", (r, limit) -> r.publish(BOX, new Box("tea")));
  }

  static Stream<String> calls() {
    return CALLS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void ends_at_once_when_it_is_interrupted(String call) throws Exception {
    Waiter waiter = start(call);

    waiter.thread().interrupt();

    assertThat(waiter.failure())
        .isInstanceOfAny(InterruptedException.class, CancelledException.class);
    Users.grace(hub).claims().breakClaim(BUSY.name());
    assertThat(ada.underway()).as("nothing is left behind").isEmpty();
    assertThat(ada.getOrCompute(BUSY, () -> 2)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void ends_at_once_when_the_hub_is_closed(String call) throws Exception {
    Waiter waiter = start(call);

    hub.close();

    assertThat(waiter.failure()).isInstanceOfAny(ClosedException.class, CancelledException.class);
  }

  @Test
  void closing_in_the_middle_of_everything_lets_nobody_hang() throws Exception {
    List<Call> work = new ArrayList<>(CALLS.values());
    Users.grace(hub).claims().claim(BUSY);
    work.add((r, limit) -> r.publish(KEY, 1));
    work.add((r, limit) -> r.publish(BOX, new Box("coffee")));
    work.add((r, limit) -> r.list(Query.all()));
    work.add((r, limit) -> r.hold(KEY).label());
    AtomicInteger rounds = new AtomicInteger();
    CountDownLatch busy = new CountDownLatch(500);
    Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int i = 0; i < 16; i++) {
      Duration limit = i < 4 ? LONG : Duration.ofMillis(1);
      threads.execute(
          () -> {
            while (attempt(work.get(rounds.incrementAndGet() % work.size()), limit, unexpected)) {
              busy.countDown();
            }
          });
    }

    assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();
    hub.close();

    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(unexpected).isEmpty();
  }

  /** False once the hub is closed. */
  private boolean attempt(Call call, Duration limit, Queue<Throwable> unexpected) {
    try {
      call.on(ada, limit);
      return true;
    } catch (ClosedException e) {
      return false;
    } catch (NotFoundException | CancelledException | UnavailableException e) {
      return true; // Not there yet, given up, still busy.
    } catch (Exception e) {
      unexpected.add(e);
      return false;
    }
  }

  /** Starts the call so that it waits. */
  private Waiter start(String call) {
    Claim<Integer> claim = Users.grace(hub).claims().claim(BUSY);
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    boxes.whileFreezing =
        context -> {
          CountDownLatch cancelled = new CountDownLatch(1);
          context.onCancel(cancelled::countDown);
          cancelled.await(1, TimeUnit.MINUTES);
          context.checkNotCancelled();
        };
    return Waiter.start(() -> CALLS.get(call).on(ada, LONG));
  }
}
