package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hold;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Position;
import org.drystone.registry.Query;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.Snapshot;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.Test;

/** The registry as it was. */
abstract class SnapshotsContract extends Facet {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  SnapshotsContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(5));
  }

  @Test
  void shows_what_was_there_then() {
    Label first = ada.publish(KEY, "one");
    Snapshot then = ada.at(ada.position());
    ada.publish(KEY, "two");
    ada.publish(Key.of("ada/y", String.class), "other");

    assertThat(then.position().revision()).isEqualTo(first.revision());
    assertThat(then.get(KEY)).isEqualTo("one");
    assertThat(then.find(KEY)).hasValue("one");
    assertThat(then.describe(KEY)).isEqualTo(first);
    assertThat(then.versions(KEY.name())).containsExactly(first);
    assertThat(then.list(Query.all()).labels()).containsExactly(first);
    try (Hold<String> hold = then.hold(KEY)) {
      assertThat(hold.value()).isEqualTo("one");
    }
  }

  @Test
  void shows_nothing_that_came_later() {
    Snapshot then = ada.at(ada.position());
    Label later = ada.publish(KEY, "one");

    assertThat(then.find(KEY)).isEmpty();
    assertThat(then.find(later.id().ref())).isEmpty();
    assertThatThrownBy(() -> then.get(KEY)).isInstanceOf(NotFoundException.class);
    assertThat(then.list(Query.all()).labels()).isEmpty();
  }

  @Test
  void shows_what_was_removed_since_until_its_data_is_freed() {
    ada.publish(KEY, "one");
    Snapshot then = ada.at(ada.position());
    ada.unpublish(KEY.name());

    assertThat(then.get(KEY)).isEqualTo("one");
    ada.restore(KEY.name());
    ada.unpublish(KEY.name(), Removal::now);

    assertThatThrownBy(() -> then.get(KEY))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("removed by ada");
  }

  @Test
  void is_found_by_time() {
    Instant before = clock.instant();
    clock.step();
    ada.publish(KEY, "one");
    Instant between = clock.instant().plus(Duration.ofSeconds(1));
    clock.step();
    ada.publish(KEY, "two");

    assertThat(ada.at(before).find(KEY)).isEmpty();
    assertThat(ada.at(between).get(KEY)).isEqualTo("one");
    assertThat(ada.at(clock.instant()).get(KEY)).isEqualTo("two");
  }

  @Test
  void the_future_is_an_error() {
    assertThatThrownBy(() -> ada.at(clock.instant().plusNanos(1)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> ada.at(new Position(hub.id(), 1)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> ada.at(new Position("another", 0)))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void ends_with_the_commits_that_are_kept() {
    Instant first = clock.instant();
    ada.publish(KEY, "0");
    Snapshot then = ada.at(ada.position());
    clock.step();
    for (int i = 1; i <= 5; i++) {
      ada.publish(KEY, String.valueOf(i));
    }
    assertThat(then.get(KEY)).isEqualTo("0");

    ada.publish(KEY, "6");

    assertThatThrownBy(() -> then.get(KEY)).isInstanceOf(CompactedException.class);
    assertThatThrownBy(() -> then.find(KEY)).isInstanceOf(CompactedException.class);
    assertThatThrownBy(() -> then.list(Query.all())).isInstanceOf(CompactedException.class);
    assertThatThrownBy(() -> ada.at(then.position())).isInstanceOf(CompactedException.class);
    assertThatThrownBy(() -> ada.at(first)).isInstanceOf(CompactedException.class);
  }

  @Test
  void needs_the_right_of_then_and_that_of_now() {
    ada.publish(KEY, "one");
    Position unshared = ada.position();
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    Position shared = ada.position();
    assertThat(grace.at(shared).get(KEY)).isEqualTo("one");
    assertThat(grace.at(unshared).find(KEY)).isEmpty();

    ada.access().revoke(KEY.name(), GRACE);

    assertThat(grace.at(shared).find(KEY)).isEmpty();
    assertThatThrownBy(() -> grace.at(shared).get(KEY)).isInstanceOf(NotFoundException.class);
    assertThat(grace.at(shared).list(Query.all()).labels()).isEmpty();
  }

  @Test
  void a_right_on_another_life_of_the_name_shows_nothing() {
    ada.publish(KEY, "first life");
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    Position shared = ada.position();
    ada.access().revoke(KEY.name(), GRACE);
    ada.unpublish(KEY.name());
    ada.publish(KEY, "second life");
    ada.access().grant(KEY.name(), GRACE, Right.READ);

    assertThat(grace.at(shared).find(KEY)).isEmpty();
    assertThat(grace.at(shared).list(Query.all()).labels()).isEmpty();
    assertThat(grace.list(Query.all().at(shared)).labels()).isEmpty();
    assertThat(ada.list(Query.all().at(shared)).labels()).hasSize(1);
  }
}
