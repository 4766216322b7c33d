package org.drystone.registry.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(1);

  private final Agenda<String> agenda = new Agenda<>();

  @Test
  void is_empty_at_first() {
    assertThat(agenda.next()).isNull();
    assertThat(agenda.take(NOON)).isEmpty();
  }

  @Test
  void gives_what_is_due_at_that_very_time_and_nothing_that_is_due_later() {
    agenda.put("first", NOON);
    agenda.put("second", LATER);

    assertThat(agenda.next()).isEqualTo(NOON);
    assertThat(agenda.take(NOON)).containsExactly("first");
    assertThat(agenda.next()).isEqualTo(LATER);
  }

  @Test
  void gives_all_that_is_overdue_the_oldest_first_and_gives_it_once() {
    agenda.put("second", LATER);
    agenda.put("also first", NOON);
    agenda.put("first", NOON);

    assertThat(agenda.take(LATER)).containsExactly("also first", "first", "second");
    assertThat(agenda.take(LATER)).isEmpty();
    assertThat(agenda.next()).isNull();
  }

  @Test
  void a_thing_is_due_once_at_the_time_that_was_said_last() {
    agenda.put("x", NOON);
    agenda.put("x", LATER);

    assertThat(agenda.next()).isEqualTo(LATER);
    assertThat(agenda.take(LATER)).containsExactly("x");
  }

  @Test
  void a_thing_that_moves_leaves_the_others_of_its_time_behind() {
    agenda.put("x", NOON);
    agenda.put("y", NOON);
    agenda.put("x", null);

    assertThat(agenda.take(LATER)).containsExactly("y");
  }

  @Test
  void what_is_never_due_any_more_leaves_nothing() {
    agenda.put("x", NOON);
    agenda.put("x", null);
    agenda.put("y", null);

    assertThat(agenda.next()).isNull();
    assertThat(agenda.take(LATER)).isEmpty();
  }

  @Test
  void what_was_taken_can_be_put_again() {
    agenda.put("x", NOON);
    agenda.take(NOON);
    agenda.put("y", NOON);
    agenda.put("x", LATER);

    assertThat(agenda.take(LATER)).containsExactly("y", "x");
  }
}
