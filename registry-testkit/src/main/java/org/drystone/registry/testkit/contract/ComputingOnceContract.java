package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Computation;
import org.drystone.registry.ComputationFailedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotImmutableException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Publication;
import org.drystone.registry.TypeMismatchException;
import org.drystone.registry.TypeRef;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many ask, one computes. */
abstract class ComputingOnceContract extends Facet {

  private static final Key<String> KEY = Key.of("shared/model", String.class);

  private final CountDownLatch go = new CountDownLatch(1);

  ComputingOnceContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @AfterEach
  void close() {
    go.countDown();
    hub.close();
  }

  @Test
  void computes_and_publishes_what_is_not_there() {
    String computed =
        ada.getOrCompute(KEY, () -> "trained", with -> with.describedAs("by Ada"), LONG);

    assertThat(computed).isEqualTo("trained");
    assertThat(ada.describe(KEY).description()).hasValue("by Ada");
    assertThat(ada.describe(KEY).publisher()).isEqualTo(ADA);
  }

  @Test
  void computes_nothing_that_is_there_even_for_who_may_only_read() {
    ada.publish(KEY, "there");

    assertThat(grace.<String, RuntimeException>getOrCompute(KEY, () -> fail("computed")))
        .isEqualTo("there");
  }

  @Test
  void replaces_nothing_and_says_so_before_anything_is_computed() {
    Label old = ada.publish(KEY, "old");
    ada.unpublish(KEY.name());

    assertThatThrownBy(
            () ->
                ada.<String, RuntimeException>getOrCompute(
                    KEY, () -> fail("computed"), with -> with.replacing(old), LONG))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("cannot replace");
  }

  @Test
  void gives_what_the_registry_holds_and_not_what_was_computed() {
    List<String> mutable = new ArrayList<>(List.of("a"));
    Key<List<String>> key = Key.of("ada/list", new TypeRef<List<String>>() {});

    List<String> shared = ada.getOrCompute(key, () -> mutable, Publication::copying, LONG);

    assertThat(shared).isEqualTo(mutable).isSameAs(ada.get(key)).isNotSameAs(mutable);
  }

  @Test
  void who_may_not_publish_is_told_before_anything_is_computed() {
    Key<String> hers = Key.of("ada/model", String.class);

    assertThatThrownBy(() -> grace.<String, Exception>getOrCompute(hers, () -> fail("computed")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void a_checked_exception_reaches_the_computing_caller_as_it_is_and_is_not_stored() {
    assertThatThrownBy(() -> ada.getOrCompute(KEY, ComputingOnceContract::unreadable))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("unreadable");

    assertThat(ada.find(KEY)).isEmpty();
    assertThat(grace.getOrCompute(KEY, () -> "second try")).isEqualTo("second try");
  }

  @Test
  void who_waits_for_a_computation_that_fails_is_told_why() throws Exception {
    Waiter computing = computing(ComputingOnceContract::unreadable);
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "mine"));

    go.countDown();

    assertThat(waiting.failure())
        .isInstanceOf(ComputationFailedException.class)
        .hasMessageContaining("by ada")
        .hasMessageContaining("unreadable")
        .hasCauseInstanceOf(IOException.class);
    assertThat(computing.failure()).isInstanceOf(IOException.class);
    assertThat(grace.getOrCompute(KEY, () -> "mine")).isEqualTo("mine");
  }

  @Test
  void a_value_that_cannot_be_published_is_a_failure_too() {
    Waiter computing =
        Waiter.start(() -> ada.getOrCompute(Key.of(KEY.name(), Object.class), this::mutable));
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "mine"));

    go.countDown();

    assertThat(computing.failure()).isInstanceOf(NotImmutableException.class);
    assertThat(waiting.failure()).hasCauseInstanceOf(NotImmutableException.class);
  }

  @Test
  void an_interrupt_of_the_computing_caller_hands_over_to_who_waits() throws Exception {
    Waiter computing = computing(() -> "never");
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "taken over"));

    computing.thread().interrupt();

    assertThat(computing.failure()).isInstanceOf(InterruptedException.class);
    assertThat(waiting.result()).isEqualTo("taken over");
  }

  @Test
  void a_cancelled_computation_hands_over_to_who_waits() throws Exception {
    Waiter computing =
        computing(
            () -> {
              throw new CancellationException("not wanted");
            });
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "taken over"));

    go.countDown();

    assertThat(computing.failure()).isInstanceOf(CancellationException.class);
    assertThat(waiting.result()).isEqualTo("taken over");
  }

  @Test
  void who_waits_can_be_interrupted_and_the_computation_goes_on() throws Exception {
    Waiter computing = computing(() -> "computed");
    Waiter waiting =
        Waiter.start(
            () -> {
              try {
                return grace.getOrCompute(KEY, () -> "mine");
              } finally {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
              }
            });

    waiting.thread().interrupt();

    assertThat(waiting.failure()).isInstanceOf(CancelledException.class);
    go.countDown();
    assertThat(computing.result()).isEqualTo("computed");
  }

  @Test
  void who_waits_waits_no_longer_than_the_limit() throws Exception {
    Waiter computing = computing(() -> "computed");

    assertThatThrownBy(
            () -> grace.getOrCompute(KEY, () -> "mine", with -> with, Duration.ofMillis(1)))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("ada computes it since");

    go.countDown();
    assertThat(computing.result()).isEqualTo("computed");
  }

  @Test
  void an_explicit_publication_wins_for_who_waits_and_for_who_computes() throws Exception {
    Waiter computing = computing(() -> "computed");
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "mine"));

    Label explicit = grace.publish(KEY, "explicit");

    assertThat(waiting.result()).isEqualTo("explicit");
    go.countDown();
    assertThat(computing.result()).isEqualTo("explicit");
    assertThat(ada.versions(KEY.name())).containsExactly(explicit);
  }

  @Test
  void a_computation_may_publish_its_own_name_which_is_as_explicit_as_any() {
    String value =
        ada.getOrCompute(
            KEY,
            () -> {
              ada.publish(KEY, "inside");
              return "outside";
            });

    assertThat(value).isEqualTo("inside");
  }

  @Test
  void a_broken_claim_publishes_nothing() throws Exception {
    Key<String> hers = Key.of("ada/model", String.class);
    Waiter computing = Waiter.start(() -> ada.getOrCompute(hers, () -> afterGo("late")));

    assertThat(ada.claims().breakClaim(hers.name())).isPresent();
    go.countDown();

    assertThat(computing.failure())
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("broken by ada");
    assertThat(ada.find(hers)).isEmpty();
  }

  @Test
  void refuses_a_condition_that_a_computation_can_never_meet() {
    VersionId any = new VersionId(KEY.name(), 1);

    assertThatThrownBy(() -> ada.getOrCompute(KEY, () -> "x", with -> with.replacing(any), LONG))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(ada.getOrCompute(KEY, () -> "x", Publication::ifAbsent, LONG)).isEqualTo("x");
  }

  @Test
  void a_wrong_type_is_an_error_that_names_both() {
    ada.publish(KEY, "text");

    assertThatThrownBy(() -> ada.getOrCompute(Key.of(KEY.name(), Integer.class), () -> 1))
        .isInstanceOf(TypeMismatchException.class)
        .hasMessageContainingAll("String", "Integer");
  }

  @Test
  void the_end_of_the_hub_ends_all_waiting() {
    Waiter computing = computing(() -> "computed");
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "mine"));

    hub.close();
    go.countDown();

    assertThat(waiting.failure()).isInstanceOf(ClosedException.class);
    assertThat(computing.failure()).isInstanceOf(ClosedException.class);
  }

  /** Ada, who computes that as soon as the test says go. */
  private Waiter computing(Computation<String, Exception> computation) {
    return Waiter.start(
        () ->
            ada.<String, Exception>getOrCompute(
                KEY,
                () -> {
                  go.await(1, TimeUnit.MINUTES);
                  return computation.compute();
                }));
  }

  private String afterGo(String value) throws InterruptedException {
    go.await(1, TimeUnit.MINUTES);
    return value;
  }

  private Object mutable() throws InterruptedException {
    afterGo("");
    return new int[1];
  }

  private static String unreadable() throws IOException {
    throw new IOException("unreadable");
  }
}
