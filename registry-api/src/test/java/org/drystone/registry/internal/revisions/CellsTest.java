package org.drystone.registry.internal.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CellsTest {

  /** As many revisions are kept however few are asked for. */
  private static final long SLACK = 10_000;

  private final History history = new History(1);
  private final Cells<String, Integer> cells = new Cells<>(history);

  @Test
  void tell_what_was_there_at_each_revision() {
    cells.set("a", 1, 5);
    cells.set("a", null, 7);
    cells.set("a", 2, 9);

    assertThat(cells.asOf("a", 4)).isNull();
    assertThat(cells.asOf("a", 6)).isEqualTo(1);
    assertThat(cells.asOf("a", 8)).isNull();
    assertThat(cells.asOf("a", 9)).isEqualTo(2);
    assertThat(cells.asOf("b", 9)).isNull();
  }

  @Test
  void keep_a_key_until_no_revision_is_left_that_knew_its_value() {
    cells.set("a", 1, 5);
    cells.set("a", null, 7);

    history.forget(SLACK + 6);
    assertThat(cells.keys()).containsExactly("a");
    assertThat(cells.asOf("a", 6)).isEqualTo(1);

    history.forget(SLACK + 7);
    assertThat(cells.keys()).isEmpty();
    assertThat(cells.asOf("a", SLACK + 7)).isNull();
  }

  @Test
  void keep_a_key_that_has_a_value_again() {
    cells.set("a", 1, 5);
    cells.set("a", null, 7);
    cells.set("a", 2, 8);

    history.forget(SLACK + 100);

    assertThat(cells.keys()).containsExactly("a");
    assertThat(cells.asOf("a", SLACK + 100)).isEqualTo(2);
  }

  @Test
  void do_not_take_what_was_forgotten_for_what_never_was() {
    cells.set("a", 1, 5);
    cells.set("a", null, 7);
    history.forget(SLACK + 7);

    assertThatThrownBy(() -> cells.asOf("a", 6)).isInstanceOf(Behind.class);
  }

  @Test
  void a_key_can_be_forgotten_at_once() {
    cells.set("a", 1, 5);
    cells.set("b", 2, 6);

    cells.forget("a");

    assertThat(cells.keys()).containsExactly("b");
    assertThat(cells.asOf("a", 6)).isNull();
    assertThat(cells.asOf("b", 6)).isEqualTo(2);
  }

  @Test
  void within_one_revision_the_last_value_counts() {
    cells.set("a", 1, 5);
    cells.set("a", 2, 5);

    assertThat(cells.asOf("a", 5)).isEqualTo(2);
    assertThat(cells.asOf("a", 4)).isNull();
  }
}
