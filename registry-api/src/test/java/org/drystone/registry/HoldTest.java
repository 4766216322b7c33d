package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HoldTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();

  @Test
  void gives_one_value_until_it_is_closed() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      Label label = ada.publish(KEY, new Box("tea"));
      Hold<Box> hold = ada.hold(KEY);
      Box value = hold.value();

      ada.publish(KEY, new Box("coffee"));

      assertThat(hold.value()).isSameAs(value);
      assertThat(hold.label()).isEqualTo(label);
      hold.close();
      hold.close();
      assertThatThrownBy(hold::value).isInstanceOf(ClosedException.class);
      assertThat(boxes.released).isEmpty();
    }
  }

  @Test
  void data_is_released_once_when_the_hub_closes_whoever_holds_it() {
    Hub hub = Hub.builder().adapter(boxes).open();
    Registry ada = Users.ada(hub);
    ada.publish(KEY, new Box("tea"));
    Hold<Box> hold = ada.hold(KEY);

    hub.close();
    hold.close();
    hub.close();

    assertThat(boxes.released).containsExactly("tea");
  }

  @Test
  void a_wrong_type_holds_nothing() {
    try (Hub hub = Hub.builder().adapter(boxes).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, new Box("tea"));

      assertThatThrownBy(() -> ada.hold(Key.of(KEY.name(), String.class)))
          .isInstanceOf(TypeMismatchException.class);
    }
    assertThat(boxes.released).containsExactly("tea");
  }
}
