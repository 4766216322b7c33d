package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Commit;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** The change feed: every change once and in order, through disconnects too. */
abstract class WatchingContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  private static final Key<Integer> OTHER = Key.of("shared/y", Integer.class);

  WatchingContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(10_000));
  }

  @Test
  void tells_each_commit_once_in_order_with_its_author() throws Exception {
    try (Watch watch = ada.changes().fromNow()) {
      Label first = ada.publish(KEY, 1);
      Label second = ada.publish(KEY, 2);

      assertThat(published(watch)).isEqualTo(first);
      Commit commit = watch.next(LONG).orElseThrow();
      assertThat(commit.changes()).containsExactly(new Change.Published(second));
      assertThat(commit.author()).isEqualTo(ADA);
      assertThat(commit.position()).isEqualTo(watch.position()).isEqualTo(ada.position());
      assertThat(watch.next(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void goes_on_after_any_position_that_was_kept() throws Exception {
    Position start = ada.position();
    ada.publish(KEY, 1);
    Position kept = Position.parse(ada.list(Query.all()).position().toString());
    Label second = ada.publish(KEY, 2);

    try (Watch all = ada.changes().after(start);
        Watch rest = ada.changes().after(kept)) {
      assertThat(published(all).version()).isEqualTo(1);
      assertThat(published(all).version()).isEqualTo(2);
      assertThat(published(rest)).isEqualTo(second);
    }
  }

  @Test
  void misses_nothing_through_ten_thousand_changes_and_many_disconnects() throws Exception {
    int changes = 10_000;
    Position position = ada.position();
    CompletableFuture<Void> publisher =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 1; i <= changes; i++) {
                ada.publish(KEY, i);
              }
            });

    List<Long> seen = new ArrayList<>();
    while (seen.size() < changes) {
      try (Watch watch = ada.changes().after(position)) {
        for (int i = 0; i < 7 && seen.size() < changes; i++) {
          seen.add(published(watch).version());
        }
        position = watch.position();
      }
    }

    publisher.get(1, TimeUnit.MINUTES);
    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSize(changes).startsWith(1L);
  }

  @Test
  void tells_what_it_can_no_longer_tell() throws Exception {
    Position start = ada.position();
    try (Watch slow = ada.changes().after(start)) {
      for (int i = 0; i < 10_001; i++) {
        ada.publish(KEY, i);
      }

      assertThatThrownBy(() -> slow.next(LONG))
          .isInstanceOf(CompactedException.class)
          .hasMessageContaining(new Position(hub.id(), 1).toString());
    }
    assertThatThrownBy(() -> ada.changes().after(start)).isInstanceOf(CompactedException.class);
    try (Watch watch = ada.changes().after(new Position(hub.id(), 1))) {
      assertThat(published(watch).version()).isEqualTo(2);
    }
  }

  @Test
  void refuses_positions_of_other_registries_and_of_the_future() {
    assertThatThrownBy(() -> ada.changes().after(new Position("elsewhere", 0)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("another registry");
    assertThatThrownBy(() -> ada.changes().after(new Position(hub.id(), 1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("only at revision 0");
  }

  @Test
  void can_be_narrowed_to_a_name_or_a_namespace_and_moves_over_the_rest() throws Exception {
    try (Watch name = ada.changes().of(KEY.name()).fromNow();
        Watch namespace = ada.changes().of(Namespace.SHARED).fromNow()) {
      ada.publish(OTHER, 1);
      Label mine = ada.publish(KEY, 1);
      ada.publish(OTHER, 2);

      assertThat(published(name)).isEqualTo(mine);
      assertThat(name.next(Duration.ZERO)).isEmpty();
      assertThat(name.position()).isEqualTo(ada.position());
      assertThat(published(namespace).version()).isEqualTo(1);
      assertThat(published(namespace).version()).isEqualTo(2);
    }
  }

  @Test
  void shows_nothing_that_the_watcher_may_not_see() throws Exception {
    try (Watch watch = grace.changes().fromNow()) {
      ada.publish(KEY, 1);

      assertThat(watch.next(Duration.ZERO)).isEmpty();
      assertThat(watch.position()).isEqualTo(ada.position());
    }
  }

  @Test
  void sharing_reveals_a_name_and_taking_the_right_hides_it() throws Exception {
    ada.publish(KEY, 1);
    try (Watch watch = grace.changes().fromNow()) {
      ada.access().grant(KEY.name(), GRACE, Right.READ);
      assertThat(watch.next(LONG).orElseThrow().changes())
          .contains(new Change.Revealed(KEY.name()));

      ada.access().revoke(KEY.name(), GRACE);
      assertThat(watch.next(LONG).orElseThrow().changes())
          .containsExactly(new Change.Hidden(KEY.name()));
    }
  }

  @Test
  void sharing_a_namespace_reveals_each_name_in_it() throws Exception {
    ada.publish(KEY, 1);
    ada.publish(Key.of("ada/z", Integer.class), 1);
    try (Watch watch = grace.changes().fromNow()) {
      ada.access().grant(Namespace.of("ada"), Principal.everyone(), Right.READ);

      assertThat(watch.next(LONG).orElseThrow().changes())
          .contains(new Change.Revealed(KEY.name()), new Change.Revealed(Name.parse("ada/z")));
    }
  }

  @Test
  void a_right_taken_meanwhile_hides_what_was_published_before() throws Exception {
    ada.publish(KEY, 1);
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    try (Watch watch = grace.changes().fromNow()) {
      ada.publish(KEY, 2);
      ada.access().revoke(KEY.name(), GRACE);

      assertThat(watch.next(LONG).orElseThrow().changes())
          .containsExactly(new Change.Hidden(KEY.name()));
    }
  }

  @Test
  void owners_see_every_change_of_rights() throws Exception {
    ada.publish(KEY, 1);
    try (Watch watch = ada.changes().fromNow()) {
      ada.access().grant(KEY.name(), GRACE, Right.READ);

      assertThat(watch.next(LONG).orElseThrow().changes())
          .containsExactly(
              new Change.RightChanged(
                  KEY.name(), GRACE, Optional.empty(), Optional.of(Right.READ)));
    }
  }

  @Test
  void a_waiting_watch_is_woken_by_a_commit_by_its_end_and_by_an_interrupt() throws Exception {
    try (Watch watch = ada.changes().fromNow()) {
      Waiter woken = Waiter.start(() -> watch.next(LONG));
      Label label = ada.publish(KEY, 1);
      assertThat(woken.result()).isEqualTo(Optional.of(commit(label)));

      Waiter interrupted = Waiter.start(() -> watch.next(LONG));
      interrupted.thread().interrupt();
      assertThat(interrupted.failure()).isInstanceOf(InterruptedException.class);

      Waiter closed = Waiter.start(() -> watch.next(LONG));
      watch.close();
      assertThat(closed.failure()).isInstanceOf(ClosedException.class);
    }
    try (Watch watch = ada.changes().fromNow()) {
      Waiter closed = Waiter.start(() -> watch.next(LONG));
      hub.close();
      assertThat(closed.failure()).isInstanceOf(ClosedException.class);
    }
  }

  @Test
  void a_waiting_watch_of_a_namespace_is_woken_by_any_name_in_it() throws Exception {
    try (Watch watch = ada.changes().of(KEY.name().namespace()).fromNow()) {
      Waiter woken = Waiter.start(() -> watch.next(LONG));

      Label label = ada.publish(KEY, 1);

      assertThat(woken.result()).isEqualTo(Optional.of(commit(label)));
    }
  }

  private Commit commit(Label label) {
    return new Commit(
        new Position(hub.id(), label.revision()),
        label.publisher(),
        label.publishedAt(),
        List.of(new Change.Published(label)));
  }

  private static Label published(Watch watch) throws InterruptedException {
    return assertThat(watch.next(LONG).orElseThrow().changes())
        .singleElement()
        .asInstanceOf(type(Change.Published.class))
        .actual()
        .label();
  }
}
