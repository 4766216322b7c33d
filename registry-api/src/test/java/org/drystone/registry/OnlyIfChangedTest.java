package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnlyIfChangedTest {

  private static final Key<List<String>> KEY = Key.of("ada/x", new TypeRef<List<String>>() {});

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void an_equal_value_commits_nothing_and_gives_the_present_label() {
    Label first = ada.publish(KEY, List.of("a", "b"));

    Label again = ada.publish(KEY, List.of("a", "b"), Publication::onlyIfChanged);

    assertThat(again).isEqualTo(first);
    assertThat(ada.position().revision()).isEqualTo(first.revision());
  }

  @Test
  void another_value_is_published() {
    ada.publish(KEY, List.of("a"));
    ada.publish(KEY, List.of("b"), Publication::onlyIfChanged);

    Label third = ada.publish(KEY, List.of("a"), Publication::onlyIfChanged);

    assertThat(third.version()).isEqualTo(3);
    assertThat(ada.get(KEY)).containsExactly("a");
  }

  @Test
  void what_could_change_is_never_the_same() {
    Key<StringBuilder> key = Key.of("ada/mutable", StringBuilder.class);
    StringBuilder value = new StringBuilder("a");
    ada.publish(key, value, with -> with.evenIfMutable("a test"));

    Label second = ada.publish(key, value, with -> with.evenIfMutable("a test").onlyIfChanged());

    assertThat(second.version()).isEqualTo(2);
  }

  @Test
  void right_and_condition_must_hold_all_the_same() {
    Label first = ada.publish(KEY, List.of("a"));
    ada.access().grant(KEY.name(), Users.GRACE, Right.READ);

    assertThatThrownBy(
            () -> ada.publish(KEY, List.of("a"), with -> with.ifAbsent().onlyIfChanged()))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(
            () -> Users.grace(hub).publish(KEY, List.of("a"), Publication::onlyIfChanged))
        .isInstanceOf(NotPermittedException.class);
    assertThat(ada.publish(KEY, List.of("a"), with -> with.replacing(first).onlyIfChanged()))
        .isEqualTo(first);
  }

  @Test
  void the_values_of_an_engine_are_compared_by_their_content_id() {
    Key<Box> key = Key.of("ada/box", Box.class);
    boxes.contentIds = true;
    Label first = ada.publish(key, new Box("tea"));

    Label again = ada.publish(key, new Box("tea"), Publication::onlyIfChanged);
    assertThat(again).isEqualTo(first);
    assertThat(boxes.released).containsExactly("tea");
    Label other = ada.publish(key, new Box("coffee"), Publication::onlyIfChanged);

    assertThat(other.version()).isEqualTo(2);
  }

  @Test
  void an_engine_that_cannot_tell_publishes() {
    Key<Box> key = Key.of("ada/box", Box.class);
    ada.publish(key, new Box("tea"));

    assertThat(ada.publish(key, new Box("tea"), Publication::onlyIfChanged).version()).isEqualTo(2);
  }
}
