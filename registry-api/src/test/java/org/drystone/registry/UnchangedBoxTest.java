package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the values of an engine count as unchanged. */
class UnchangedBoxTest {

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().host(Principal.user("host")).adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
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
