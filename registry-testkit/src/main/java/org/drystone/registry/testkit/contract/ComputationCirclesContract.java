package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.drystone.registry.Claim;
import org.drystone.registry.ComputationFailedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Computations that need each other. */
abstract class ComputationCirclesContract extends Facet {

  ComputationCirclesContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void a_computation_may_need_other_names() {
    assertThat(ada.getOrCompute(key(1), () -> 1 + ada.getOrCompute(key(2), () -> 2))).isEqualTo(3);
    assertThat(ada.get(key(2))).isEqualTo(2);
  }

  @Test
  void a_computation_that_needs_itself_is_an_error_at_once() {
    assertThatThrownBy(() -> ada.getOrCompute(key(1), () -> ada.getOrCompute(key(1), () -> 1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("shared/n1 needs shared/n1, for ever");
    assertThat(ada.getOrCompute(key(1), () -> 7)).as("nothing is left behind").isEqualTo(7);
  }

  @Test
  void so_is_one_that_needs_itself_by_way_of_another_name_and_another_user() {
    assertThatThrownBy(
            () ->
                ada.getOrCompute(
                    key(1),
                    () -> grace.getOrCompute(key(2), () -> ada.getOrCompute(key(1), () -> 1))))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("shared/n2 needs shared/n1, which needs shared/n2, for ever");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20})
  void threads_that_wait_for_each_other_in_a_ring_are_told_and_all_come_to_an_end(int size)
      throws Exception {
    CyclicBarrier allHoldTheirOwn = new CyclicBarrier(size);
    List<Waiter> ring = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Key<Integer> mine = key(i);
      Key<Integer> next = key((i + 1) % size);
      ring.add(
          Waiter.start(
              () ->
                  ada.<Integer, Exception>getOrCompute(
                      mine,
                      () -> {
                        allHoldTheirOwn.await(1, TimeUnit.MINUTES);
                        return ada.getOrCompute(next, () -> 0);
                      })));
    }

    List<Throwable> failures = ring.stream().map(Waiter::failure).toList();

    assertThat(failures)
        .as("one found the ring, each of the others waited for a failure")
        .satisfiesOnlyOnce(e -> assertThat(e).isInstanceOf(InvalidArgumentException.class))
        .allSatisfy(
            e ->
                assertThat(e)
                    .isInstanceOfAny(
                        InvalidArgumentException.class, ComputationFailedException.class));
  }

  @Test
  void names_that_the_caller_may_not_see_are_not_told() throws Exception {
    Key<Integer> secret = Key.of("ada/secret", Integer.class);
    try (Claim.Granted<?> hers = granted(grace.claims().claim(key(1)));
        Claim.Granted<?> outer = granted(ada.claims().claim(key(2)));
        Claim.Granted<?> hidden = granted(ada.claims().within(outer).claim(secret))) {
      Waiter waiting = Waiter.start(() -> ada.claims().within(hidden).claim(key(1), LONG));

      assertThatThrownBy(() -> grace.claims().within(hers).claim(key(2), LONG))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining(
              "shared/n1 needs shared/n2, which needs another name, which needs shared/n1");

      hers.close();
      assertThat(waiting.result()).isInstanceOf(Claim.Granted.class);
    }
  }

  @Test
  void who_gave_up_waiting_is_no_part_of_a_circle() throws Exception {
    Duration soon = Duration.ofMillis(1);
    try (Claim.Granted<?> hers = granted(grace.claims().claim(key(1)));
        Claim.Granted<?> mine = granted(ada.claims().claim(key(2)))) {
      assertThat(ada.claims().within(mine).claim(key(1), soon)).isInstanceOf(Claim.Busy.class);
      assertThat(grace.claims().within(hers).claim(key(2), soon)).isInstanceOf(Claim.Busy.class);
    }
  }

  @Test
  void a_circle_is_found_after_another_computation_within_it_has_ended() {
    try (Claim.Granted<?> hers = granted(grace.claims().claim(key(3)))) {
      ada.getOrCompute(
          key(1),
          () -> {
            ada.getOrCompute(key(2), () -> 2);
            Waiter waiting = Waiter.start(() -> grace.claims().within(hers).claim(key(1), LONG));
            assertThatThrownBy(() -> ada.getOrCompute(key(3), () -> 3, with -> with, LONG))
                .isInstanceOf(InvalidArgumentException.class);
            waiting.thread().interrupt();
            return 1;
          });
    }
  }

  @Test
  void a_claim_of_another_registry_is_no_outer_one() {
    try (Hub elsewhere = another();
        Claim.Granted<?> foreign = granted(elsewhere.registry().claims().claim(key(1)))) {
      assertThatThrownBy(() -> ada.claims().within(foreign))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  private static Claim.Granted<?> granted(Claim<?> claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return (Claim.Granted<?>) claim;
  }

  private static Key<Integer> key(int number) {
    return Key.of("shared/n" + number, Integer.class);
  }
}
