package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drystone.registry.AliasRef;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.junit.jupiter.api.Test;

/** Waiting for a name, an alias or a newer version. */
abstract class AwaitingContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  AwaitingContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void returns_when_the_name_is_published_or_shared() throws Exception {
    Waiter waiter = Waiter.start(() -> grace.await(KEY, LONG));

    Label label = ada.publish(KEY, 1);
    assertThat(waiter.thread().isAlive()).isTrue();
    ada.access().grant(KEY.name(), GRACE, Right.READ);

    assertThat(waiter.result()).isEqualTo(Optional.of(label));
    assertThat(grace.await(KEY.version(2), Duration.ofMillis(1))).isEmpty();
    assertThat(grace.await(KEY, Duration.ZERO)).hasValue(label);
  }

  @Test
  void returns_when_the_whole_namespace_is_shared() throws Exception {
    Label label = ada.publish(KEY, 1);
    Waiter waiter = Waiter.start(() -> grace.await(KEY, LONG));

    ada.access().grant(KEY.name().namespace(), Principal.everyone(), Right.READ);

    assertThat(waiter.result()).isEqualTo(Optional.of(label));
  }

  @Test
  void one_version_is_told_to_all_who_wait_however_many() throws Exception {
    List<Waiter> waiters =
        Stream.generate(() -> Waiter.start(() -> ada.await(KEY, LONG))).limit(10).toList();

    Label label = ada.publish(KEY, 1);

    for (Waiter waiter : waiters) {
      assertThat(waiter.result()).isEqualTo(Optional.of(label));
    }
  }

  @Test
  void who_gives_up_leaves_the_others_waiting() throws Exception {
    Waiter first = Waiter.start(() -> ada.await(KEY, LONG));
    Waiter impatient = Waiter.start(() -> ada.await(KEY, LONG));
    Waiter last = Waiter.start(() -> ada.await(KEY, LONG));
    impatient.thread().interrupt();
    assertThat(impatient.failure()).isInstanceOf(InterruptedException.class);

    Label label = ada.publish(KEY, 1);

    assertThat(first.result()).isEqualTo(Optional.of(label));
    assertThat(last.result()).isEqualTo(Optional.of(label));
  }

  @Test
  void can_be_interrupted_and_ends_with_the_hub() throws Exception {
    Waiter interrupted = Waiter.start(() -> ada.await(KEY, LONG));
    interrupted.thread().interrupt();
    assertThat(interrupted.failure()).isInstanceOf(InterruptedException.class);

    Waiter closed = Waiter.start(() -> ada.await(KEY, LONG));
    hub.close();
    assertThat(closed.failure()).isInstanceOf(ClosedException.class);
  }

  @Test
  void waits_for_something_newer_than_what_is_known() throws Exception {
    Label first = ada.publish(KEY, 1);
    Waiter waiter = Waiter.start(() -> ada.await(KEY, first.id(), LONG));

    Label second = ada.publish(KEY, 2);

    assertThat(waiter.result()).isEqualTo(Optional.of(second));
    assertThat(ada.await(KEY, first.id(), Duration.ZERO)).hasValue(second);
    assertThat(ada.await(KEY, second.id(), Duration.ofMillis(1))).isEmpty();
    assertThat(ada.await(KEY.version(2), first.id(), Duration.ZERO)).hasValue(second);
  }

  @Test
  void an_alias_that_is_moved_leads_to_news_also_when_it_is_moved_back() throws Exception {
    AliasRef<Integer> prod = KEY.alias("prod");
    Label first = ada.publish(KEY, 1);
    Label second = ada.publish(KEY, 2, with -> with.alias("prod"));
    Waiter waiter = Waiter.start(() -> ada.await(prod, second.id(), LONG));

    ada.aliases().set(prod, first.id());

    assertThat(waiter.result()).isEqualTo(Optional.of(first));
  }

  @Test
  void refuses_to_wait_for_what_can_never_come() {
    Label first = ada.publish(KEY, 1);

    assertThatThrownBy(() -> ada.await(KEY.version(1), first.id(), LONG))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> ada.await(Key.of("ada/y", Integer.class), first.id(), LONG))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
