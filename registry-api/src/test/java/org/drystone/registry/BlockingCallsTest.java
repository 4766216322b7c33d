package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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
  private static final Key<Box> OLD = Key.of("shared/old", Box.class);
  private static final Key<Box> CLAIMED = Key.of("shared/claimed", Box.class);
  private static final Box TEA = new Box("tea");

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  /** It waits a day, whatever the test says. */
  private static final String WITHOUT_LIMIT = "Registry.getOrCompute(Key, Computation)";

  private static final List<Class<?>> FACETS =
      List.of(
          Hub.class,
          View.class,
          Registry.class,
          Snapshot.class,
          Values.class,
          Hold.class,
          Changes.class,
          Watch.class,
          Subscription.class,
          Claims.class,
          Claim.Granted.class,
          Aliases.class,
          Removals.class,
          Access.class,
          Advice.class);

  private interface Call {
    Object on(Registry registry, Duration limit) throws Exception;
  }

  /** Every verb that waits, for others or for its own adapter, by its name. */
  private static final Map<String, Call> CALLS = new LinkedHashMap<>();

  static {
    CALLS.put("Watch.next(Duration)", (r, limit) -> r.changes().fromNow().next(limit));
    CALLS.put("Registry.await(Ref, Duration)", (r, limit) -> r.await(KEY, limit));
    CALLS.put(
        "Registry.await(Ref, VersionId, Duration)",
        (r, limit) -> r.await(KEY, new VersionId(KEY.name(), 1), limit));
    CALLS.put("Claims.claim(Key, Duration)", (r, limit) -> r.claims().claim(BUSY, limit));
    CALLS.put(
        "Registry.getOrCompute(Key, Computation, UnaryOperator, Duration)",
        (r, limit) -> r.getOrCompute(BUSY, () -> 1, with -> with, limit));
    CALLS.put(WITHOUT_LIMIT, (r, limit) -> r.getOrCompute(BUSY, () -> 1));
    CALLS.put("Registry.publish(Key, Object)", (r, limit) -> r.publish(BOX, TEA));
    CALLS.put(
        "Registry.publish(Key, Object, UnaryOperator)",
        (r, limit) -> r.publish(BOX, TEA, with -> with.onlyIfChanged()));
    CALLS.put("Registry.update(Key, UnaryOperator)", (r, limit) -> r.update(OLD, box -> TEA));
    CALLS.put(
        "Registry.update(Key, UnaryOperator, UnaryOperator)",
        (r, limit) -> r.update(OLD, box -> TEA, with -> with.tagged("tea")));
    CALLS.put("Granted.publish(Object)", (r, limit) -> computed(r, claim -> claim.publish(TEA)));
    CALLS.put(
        "Granted.publish(Object, UnaryOperator)",
        (r, limit) -> computed(r, claim -> claim.publish(TEA, with -> with.tagged("tea"))));
  }

  /** Claims a name, and publishes it with the claim. */
  private static Object computed(Registry registry, Function<Claim.Granted<Box>, Label> how) {
    if (registry.claims().claim(CLAIMED) instanceof Claim.Granted<Box> claim) {
      try (claim) {
        return how.apply(claim);
      }
    }
    return "somebody else computes it";
  }

  @Test
  void no_verb_that_waits_is_forgotten() {
    List<String> waiting = new ArrayList<>();
    for (Class<?> facet : FACETS) {
      Arrays.stream(facet.getDeclaredMethods())
          .filter(BlockingCallsTest::waits)
          .forEach(method -> waiting.add(Verbs.signature(facet, method)));
    }

    assertThat(CALLS.keySet()).containsExactlyInAnyOrderElementsOf(waiting);
  }

  /** What can be interrupted or has a limit, and what hands a value to an adapter. */
  private static boolean waits(Method method) {
    return List.of(method.getExceptionTypes()).contains(InterruptedException.class)
        || List.of(method.getParameterTypes()).contains(Duration.class)
        || Set.of("publish", "update", "getOrCompute").contains(method.getName());
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
    List<Call> work = new ArrayList<>();
    CALLS.forEach(
        (name, call) -> {
          if (!name.equals(WITHOUT_LIMIT)) {
            work.add(call);
          }
        });
    ada.publish(OLD, new Box("milk"));
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
    } catch (NotFoundException | CancelledException | ConflictException | UnavailableException e) {
      return true; // Not there yet, given up, overtaken, still busy.
    } catch (Exception e) {
      unexpected.add(e);
      return false;
    }
  }

  /** Starts the call so that it waits. */
  private Waiter start(String call) {
    Claim<Integer> claim = Users.grace(hub).claims().claim(BUSY);
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    ada.publish(OLD, new Box("milk"));
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
