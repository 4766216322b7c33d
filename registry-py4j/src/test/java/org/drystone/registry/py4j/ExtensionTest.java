package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import org.drystone.registry.LimitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an engine takes part in the sessions. */
class ExtensionTest {

  private static final String ENGINE = "z:test.Engine";

  private final RecordingExtension engine = new RecordingExtension();
  private final House house = new House(builder -> builder.extension(engine).limits(House.QUICK));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_engine_answers_before_the_jvm() throws IOException {
    try (RawClient ada = house.client("ada")) {
      assertThat(ada.construct("test.Engine")).isEqualTo("!ysengine of ada");
      assertThat(ada.call(ENGINE, "nothing")).isEqualTo("!yv");
      assertThat(ada.call(ENGINE, "nil")).isEqualTo("!yn");
      assertThat(ada.construct("java.util.ArrayList")).isEqualTo("!ylo0");
      assertThat(ada.call("o0", "hashCode")).isEqualTo("!yi42");
      assertThat(ada.call("o0", "size")).isEqualTo("!yi0");
    }
  }

  @Test
  void what_the_engine_throws_reaches_the_client_as_java_s_exception() throws IOException {
    try (RawClient ada = house.client("ada")) {
      assertThat(ada.call(ENGINE, "unknown")).isEqualTo("!xro0");
      assertThat(ada.call("o0", "getMessage")).isEqualTo("!ysno unknown");
    }
  }

  @Test
  void hello_tells_what_the_engine_offers() throws IOException {
    try (RawClient ada = house.client("ada")) {
      var hello = ada.ok("hello", "{'settings': {'spark.master': 'local', 'n': 1}}");

      assertThat(hello.getAsJsonObject().get("python")).hasToString("[\"3.10\",\"3.11\"]");
      assertThat(hello.getAsJsonObject().get("settings")).hasToString("[\"n\",\"spark.master\"]");
    }
  }

  @Test
  void the_end_of_a_connection_cancels_its_command_and_nothing_else() throws Throwable {
    try (RawClient other = house.client("ada");
        RawClient grace = house.client("grace")) {
      RawClient ada = house.client("ada");
      ada.construct("java.util.ArrayList");
      ada.sendCall(ENGINE, "job");
      grace.sendCall(ENGINE, "job");
      eventually(() -> assertThat(engine.events).contains("job of ada", "job of grace"));

      ada.close();

      eventually(() -> assertThat(engine.events).contains("end of the job of ada"));
      assertThat(engine.events).doesNotContain("end of the job of grace");
      assertThat(other.call("o0", "size")).isEqualTo("!yi0");
    }
  }

  @Test
  void the_end_of_a_session_cancels_its_commands_and_closes_it_on_a_thread_of_its_own()
      throws Throwable {
    RawClient ada = house.client("ada");
    ada.sendCall(ENGINE, "job");
    eventually(() -> assertThat(engine.events).contains("job of ada"));

    ada.close();

    eventually(
        () ->
            assertThat(engine.events)
                .containsExactly(
                    "open ada",
                    "job of ada",
                    "end of the job of ada",
                    "close ada on drystone-cleanup-ada.program"));
    eventually(() -> assertThat(house.gateway().sessions()).isEmpty());
    assertThat(engine.inside).isEmpty();
  }

  @Test
  void a_session_that_the_engine_refuses_does_not_begin() throws IOException {
    try (House refusing =
        new House(
            builder ->
                builder.extension(
                    session -> {
                      throw new LimitException("No session", "there are too many", "Wait");
                    }))) {
      assertThatThrownBy(() -> refusing.client("ada")).hasMessageContaining("LIMIT");
      assertThat(refusing.gateway().sessions()).isEmpty();
    }
  }

  @Test
  void a_session_without_an_entry_point_does_not_begin_and_leaves_nothing_behind() {
    try (House broken =
        new House(
            builder ->
                builder
                    .extension(engine)
                    .entryPointPerSession(
                        (client, usual) -> {
                          throw new IllegalStateException("the host has none");
                        }))) {
      assertThatThrownBy(() -> broken.client("ada"))
          .hasMessageContaining("UNAVAILABLE")
          .hasMessageContaining("the host has none");
      assertThat(broken.gateway().sessions()).isEmpty();
      assertThat(engine.events).first().isEqualTo("open ada");
      assertThat(engine.events).last().asString().startsWith("close ada");
    }
  }

  @Test
  void nobody_can_end_the_jvm() throws IOException {
    try (RawClient ada = house.client("ada")) {
      assertThat(ada.call("z:java.lang.System", "exit", "i0")).contains("was refused");
      assertThat(ada.call("z:java.lang.Runtime", "getRuntime")).isEqualTo("!yro0");
      assertThat(ada.call("o0", "exit", "i0")).contains("was refused");
      assertThat(ada.call("o0", "halt", "i0")).contains("was refused");
      assertThat(ada.ask("s")).startsWith("!z");
    }
    house.client("grace").close();
  }
}
