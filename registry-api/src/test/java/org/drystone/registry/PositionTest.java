package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @Test
  void can_be_kept_as_text() {
    Position position = new Position("a-registry", 42);

    assertThat(Position.parse(position.toString())).isEqualTo(position);
  }

  @Test
  void may_be_of_a_registry_with_the_shortest_id() {
    assertThat(Position.parse("r#0")).isEqualTo(new Position("r", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "#42", "r#", "r#-1", "r#x", "r#12345678901234567890"})
  void refuses_other_texts(String text) {
    assertThatThrownBy(() -> Position.parse(text)).isInstanceOf(InvalidArgumentException.class);
  }
}
