package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  @BeforeEach
  void publish() {
    for (String name : new String[] {"ada/flights", "ada/plans", "shared/weather", "ada/ab"}) {
      ada.publish(Key.of(name, String.class), "x");
    }
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flight", "Flights", "FLIGHTS", "fligths", "flihgts", "fights", "1lights", "flyghtz"
      })
  void a_slip_leads_to_the_name_that_was_meant(String slip) {
    assertThat(remedy(ada, "ada/" + slip)).startsWith("Did you mean ada/flights? ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flig", "lgthfis", "flightsss1", "x", "\uD83D\uDE00"})
  void another_word_leads_nowhere(String other) {
    assertThat(remedy(ada, "ada/" + other)).doesNotContain("Did you mean");
  }

  @Test
  void short_names_must_be_nearer() {
    assertThat(remedy(ada, "ada/ac")).startsWith("Did you mean ada/ab? ");
    assertThat(remedy(ada, "ada/cd")).doesNotContain("Did you mean");
  }

  @Test
  void the_same_name_in_another_namespace_is_told_after_the_spellings() {
    ada.publish(Key.of("shared/plant", String.class), "x");
    ada.publish(Key.of("ada/plane", String.class), "x");

    assertThat(remedy(ada, "ada/plant"))
        .startsWith("Did you mean ada/plans or ada/plane or shared/plant? ");
    assertThat(remedy(ada, "flights")).startsWith("Did you mean ada/flights? ");
  }

  @Test
  void every_verb_that_misses_a_name_tells_it() {
    Name slip = Name.parse("ada/flight");

    assertThat(catchThrowableOfType(NotFoundException.class, () -> ada.versions(slip)))
        .hasMessageContaining("Did you mean ada/flights?");
  }

  @Test
  void names_that_one_may_not_see_are_never_told() {
    assertThat(remedy(grace, "ada/flight")).doesNotContain("Did you mean");
    assertThat(remedy(grace, "ada/flights")).doesNotContain("Did you mean");
    assertThat(remedy(grace, "grace/flights")).doesNotContain("Did you mean");

    ada.access().grant(Name.parse("ada/flights"), Users.GRACE, Right.READ);

    assertThat(remedy(grace, "ada/flight")).startsWith("Did you mean ada/flights? ");
  }

  @Test
  void neighbours_are_found_among_very_many_names() {
    for (int i = 0; i < 5000; i++) {
      ada.publish(Key.of("ada/n" + i, Integer.class), i);
    }

    assertThat(remedy(ada, "ada/flight")).startsWith("Did you mean ada/flights? ");
  }

  private static String remedy(Registry registry, String name) {
    return catchThrowableOfType(
            NotFoundException.class, () -> registry.get(Key.of(name, String.class)))
        .remedy();
  }
}
