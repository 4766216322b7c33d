package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the data of what was removed is freed. */
@Timeout(60)
class FreeingTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();

  @Test
  void in_the_trash_nothing_is_freed() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      ada.unpublish(KEY.name());

      assertThat(boxes.released).isEmpty();
    }
    assertThat(boxes.released).containsExactly("tea");
  }

  @Test
  void after_the_trash_time_it_is_freed() {
    try (Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ofMillis(1)).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      ada.publish(KEY, new Box("coffee"));
      ada.unpublish(KEY.name());

      awaitReleased("tea");
      awaitReleased("coffee");
      assertThat(boxes.released).containsExactlyInAnyOrder("tea", "coffee");
    }
  }

  @Test
  void each_is_freed_in_its_own_time_by_the_clock_of_the_hub() {
    SteppingClock clock = new SteppingClock(Instant.parse("2026-11-22T12:00:00Z"));
    try (Hub hub =
        Hub.builder().adapter(boxes).clock(clock).trashTime(Duration.ofMillis(1)).open()) {
      Registry ada = Users.ada(hub);
      VersionId tea = ada.publish(KEY, new Box("tea")).id();
      VersionId coffee = ada.publish(KEY, new Box("coffee")).id();
      ada.publish(KEY, new Box("milk"));
      ada.unpublish(tea);
      clock.step();
      ada.unpublish(coffee);

      awaitReleased("tea");
      assertThat(boxes.released).containsExactly("tea");
      clock.step();

      awaitReleased("coffee");
      assertThat(boxes.released).containsExactly("tea", "coffee");
      assertThat(ada.get(KEY)).isEqualTo(new Box("milk for ada"));
    }
  }

  @Test
  void the_trash_is_emptied_as_often_as_something_is_due() {
    try (Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open()) {
      for (String content : List.of("tea", "coffee", "milk")) {
        Users.ada(hub).publish(KEY, new Box(content));
        Users.ada(hub).unpublish(KEY.name());

        awaitReleased(content);
      }
    }
    assertThat(boxes.released).containsExactly("tea", "coffee", "milk");
  }

  @Test
  void what_was_freed_is_still_known_to_the_past() {
    try (Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      Snapshot then = ada.at(ada.position());
      ada.unpublish(KEY.name());
      awaitReleased("tea");

      assertThatThrownBy(() -> then.get(KEY))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("its trash time is over");
      assertThatThrownBy(() -> ada.get(KEY))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("it was removed by ada")
          .hasMessageContaining("It is gone");
    }
  }

  @Test
  void what_a_hold_kept_beyond_the_trash_time_is_freed_with_the_hub() {
    Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open();
    Registry ada = Users.ada(hub);
    ada.publish(KEY, new Box("held"));
    Hold<Box> hold = ada.hold(KEY);
    ada.unpublish(KEY.name());
    Key<Box> other = Key.of("ada/other", Box.class);
    ada.publish(other, new Box("freed"));
    ada.unpublish(other.name());
    awaitReleased("freed");

    hub.close();

    assertThat(boxes.released).containsExactly("freed", "held");
    hold.close();
    assertThat(boxes.released).containsExactly("freed", "held");
  }

  @Test
  void a_hold_outlives_the_trash_time() {
    try (Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      Hold<Box> hold = ada.hold(KEY);
      ada.unpublish(KEY.name());
      Key<Box> other = Key.of("ada/other", Box.class);
      ada.publish(other, new Box("freed"));
      ada.unpublish(other.name());
      awaitReleased("freed");

      assertThat(hold.value()).isEqualTo(new Box("tea for ada"));
      assertThat(boxes.released).doesNotContain("tea");
      hold.close();

      assertThat(boxes.released).contains("tea");
    }
  }

  @Test
  void a_hold_keeps_what_its_data_is_computed_from_too() {
    try (Hub hub = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open()) {
      Registry ada = Users.ada(hub);
      Key<Box> derived = Key.of("ada/derived", Box.class);
      boxes.needs = List.of(ada.publish(KEY, new Box("source")).id());
      ada.publish(derived, new Box("derived"));
      boxes.needs = List.of();
      Hold<Box> hold = ada.hold(derived);
      ada.unpublish(derived.name());
      ada.unpublish(KEY.name());
      Key<Box> other = Key.of("ada/other", Box.class);
      ada.publish(other, new Box("freed"));
      ada.unpublish(other.name());
      awaitReleased("freed");

      assertThat(boxes.released).containsExactly("freed");
      hold.close();

      assertThat(boxes.released).containsExactlyInAnyOrder("freed", "derived", "source");
    }
  }

  @Test
  void whose_data_is_freed_while_the_engine_opens_it_is_told_so() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      boxes.whileOpening =
          () -> {
            ada.unpublish(KEY.name(), Removal::now);
            throw new IllegalStateException("no such file");
          };

      assertThatThrownBy(() -> ada.get(KEY))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("ada/box:v1 was removed by ada");
    }
  }

  @Test
  void any_other_failure_of_the_engine_reaches_the_reader_as_it_is() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      IllegalStateException failure = new IllegalStateException("no such file");
      boxes.whileOpening =
          () -> {
            throw failure;
          };

      assertThatThrownBy(() -> ada.get(KEY)).isSameAs(failure);
    }
  }

  @Test
  void now_frees_at_once_and_tells_who_holds_it_who_did() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));
      try (Hold<Box> hold = ada.hold(KEY)) {
        ada.unpublish(KEY.name(), how -> how.because("it was cold").now());

        assertThat(boxes.released).containsExactly("tea");
        assertThatThrownBy(hold::value)
            .isInstanceOf(UnavailableException.class)
            .hasMessageContaining("ada/box:v1 was removed by ada")
            .hasMessageContaining("it was cold");
      }
    }
    assertThat(boxes.released).containsExactly("tea");
  }

  private void awaitReleased(String stored) {
    while (!boxes.released.contains(stored)) {
      Thread.onSpinWait();
    }
  }
}
