package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that wait end when nobody waits for them any more. */
class InterruptTest {

  private static final String AWAIT = "{\"ref\": \"ada/later\", \"seconds\": 30}";

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"await", "changes"})
  void a_poll_ends_with_its_connection(String verb) throws Throwable {
    RawClient ada = house.client("ada");
    ada.sendVerb(verb, AWAIT);
    eventually(() -> assertThat(waiting()).hasSize(1));

    ada.close();

    eventually(() -> assertThat(waiting()).isEmpty());
  }

  @Test
  void another_connection_of_the_same_session_goes_on_waiting() throws Throwable {
    try (RawClient waiter = house.client("ada");
        RawClient publisher = house.client("ada")) {
      RawClient leaver = house.client("ada");
      leaver.sendVerb("await", AWAIT);
      waiter.sendVerb("await", AWAIT);
      eventually(() -> assertThat(waiting()).hasSize(2));

      leaver.close();
      eventually(() -> assertThat(waiting()).hasSize(1));
      publisher.ok("publish", "{'name': 'ada/later', 'value': 1}");

      assertThat(waiter.envelope().getAsJsonObject("ok").getAsJsonObject("label"))
          .satisfies(label -> assertThat(label.get("name").getAsString()).isEqualTo("ada/later"));
    }
  }

  @Test
  void the_end_of_a_session_ends_its_polls_on_all_connections() throws Throwable {
    try (RawClient waiter = house.client("ada");
        RawClient closer = house.client("ada")) {
      waiter.sendVerb("await", AWAIT);
      eventually(() -> assertThat(waiting()).hasSize(1));

      closer.ok("close", "{}");

      eventually(() -> assertThat(waiting()).isEmpty());
    }
  }

  @Test
  void a_connection_serves_again_after_a_poll_without_news() throws IOException {
    try (RawClient ada = house.client("ada")) {
      assertThat(ada.ok("await", "{'ref': 'ada/later', 'seconds': 0.01}"))
          .hasToString("{\"label\":null}");
      ada.ok("hello", "{}");
    }
  }

  /** The threads of clients that wait in the registry. */
  private static List<String> waiting() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey().getName().startsWith("drystone-client-"))
        .filter(
            entry ->
                List.of(entry.getValue()).stream()
                    .anyMatch(frame -> frame.getClassName().endsWith("WatchVerbs")))
        .map(entry -> entry.getKey().getName())
        .toList();
  }
}
