package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.SessionId;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final String LIST = "java.util.ArrayList";

  @Test
  void handles_of_one_session_mean_nothing_to_another() throws IOException {
    try (House house = new House();
        RawClient ada = house.client("ada");
        RawClient grace = house.client("grace");
        RawClient adasOther = house.client("ada", "other")) {
      assertThat(ada.construct(LIST)).isEqualTo("!ylo0");
      ada.call("o0", "add", "ssecret");

      assertThat(grace.call("o0", "size")).startsWith("!xs").contains("no object o0");
      assertThat(adasOther.call("o0", "size")).startsWith("!xs").contains("no object o0");
      assertThat(grace.construct(LIST)).isEqualTo("!ylo0");
      assertThat(grace.call("o0", "size")).isEqualTo("!yi0");
    }
  }

  @Test
  void connections_that_name_the_same_session_share_it() throws IOException {
    try (House house = new House();
        RawClient first = house.client("ada");
        RawClient second = house.client("ada")) {
      first.construct(LIST);

      assertThat(second.call("o0", "size")).isEqualTo("!yi0");
      assertThat(house.gateway().sessions())
          .singleElement()
          .satisfies(
              session -> {
                assertThat(session.id()).hasToString("ada.program");
                assertThat(session.user()).hasToString("ada");
                assertThat(session.connections()).isEqualTo(2);
                assertThat(session.handles()).isEqualTo(1);
              });
    }
  }

  @Test
  void two_users_never_share_one_whatever_they_call_it() throws IOException {
    try (House house = new House();
        RawClient ada = house.client("ada", "same");
        RawClient grace = house.client("grace", "same")) {
      ada.construct(LIST);

      assertThat(grace.call("o0", "size")).startsWith("!xs");
      assertThat(house.gateway().sessions()).hasSize(2);
    }
  }

  @Test
  void close_ends_the_session_after_the_answer() throws Throwable {
    try (House house = new House();
        RawClient first = house.client("ada");
        RawClient second = house.client("ada")) {
      first.construct(LIST);

      assertThat(first.verb("close", "{}")).hasToString("{\"ok\":null}");
      assertThat(first.answer()).isNull();
      assertThat(second.answer()).isNull();
      eventually(() -> assertThat(house.gateway().sessions()).isEmpty());
    }
  }

  @Test
  void a_session_outlives_its_last_connection_only_by_the_lease() throws Throwable {
    try (House house = new House(builder -> builder.limits(House.QUICK))) {
      RawClient ada = house.client("ada");
      for (int i = 0; i < 1000; i++) {
        ada.construct(LIST);
      }
      assertThat(house.gateway().sessions().get(0).handles()).isEqualTo(1000);

      ada.close();

      eventually(() -> assertThat(house.gateway().sessions()).isEmpty());
      try (RawClient again = house.client("ada")) {
        assertThat(again.call("o0", "size")).startsWith("!xs");
      }
    }
  }

  @Test
  void within_the_lease_a_program_finds_its_session_again() throws Throwable {
    try (House house = new House()) {
      RawClient before = house.client("ada");
      before.construct(LIST);
      before.close();
      eventually(() -> assertThat(house.gateway().sessions().get(0).connections()).isEqualTo(0));

      try (RawClient after = house.client("ada")) {
        assertThat(after.call("o0", "size")).isEqualTo("!yi0");
      }
    }
  }

  @Test
  void hello_tells_the_session_which_a_further_connection_can_join() throws IOException {
    try (House house = new House();
        RawClient first = RawClient.connect(house.gateway(), house.token("ada"))) {
      first.construct(LIST);
      String session = first.ok("hello", "{}").getAsJsonObject().get("session").getAsString();

      try (RawClient second = house.client("ada", session)) {
        assertThat(second.call("o0", "size")).isEqualTo("!yi0");
      }
    }
  }

  @Test
  void of_programs_that_cannot_be_told_apart_the_second_is_refused_with_a_word()
      throws IOException {
    try (House house = new House();
        RawClient first = RawClient.connect(house.gateway(), house.token("ada"))) {
      first.construct(LIST);

      assertThatThrownBy(() -> RawClient.connect(house.gateway(), house.token("ada")))
          .hasMessageContaining("NOT_PERMITTED")
          .hasMessageContaining("Name a session behind the token");
      RawClient.connect(house.gateway(), house.token("grace")).close();
    }
  }

  @Test
  void a_program_that_comes_after_such_a_one_has_a_session_of_its_own() throws Throwable {
    try (House house = new House()) {
      RawClient first = RawClient.connect(house.gateway(), house.token("ada"));
      first.construct(LIST);
      first.close();
      eventually(() -> assertThat(house.gateway().sessions().get(0).connections()).isEqualTo(0));

      try (RawClient second = RawClient.connect(house.gateway(), house.token("ada"))) {
        assertThat(second.call("o0", "size")).startsWith("!xs");
      }
    }
  }

  @Test
  void a_session_has_only_so_many_connections() throws Throwable {
    Limits limits = House.PATIENT.withConnections(2);
    try (House house = new House(builder -> builder.limits(limits));
        RawClient first = house.client("ada");
        RawClient second = house.client("ada")) {
      assertThatThrownBy(() -> house.client("ada"))
          .hasMessageContaining("LIMIT")
          .hasMessageContaining("2 connections");
      house.client("ada", "other").close();
      first.ok("hello", "{}");

      second.close();
      eventually(
          () -> assertThatCode(() -> house.client("ada").close()).doesNotThrowAnyException());
    }
  }

  @Test
  void a_user_has_only_so_many_sessions() throws Throwable {
    Limits limits = House.PATIENT.withSessions(2);
    try (House house = new House(builder -> builder.limits(limits));
        RawClient first = house.client("ada", "first");
        RawClient second = house.client("ada", "second")) {
      assertThatThrownBy(() -> house.client("ada", "third"))
          .hasMessageContaining("LIMIT")
          .hasMessageContaining("ada has 2 sessions");
      house.client("grace", "third").close();
      house.client("ada", "second").close();

      first.ok("close", "{}");
      eventually(
          () ->
              assertThatCode(() -> house.client("ada", "third").close())
                  .doesNotThrowAnyException());
    }
  }

  @Test
  void programs_are_told_apart_by_their_process() throws IOException {
    AtomicReference<PeerProcess> peer = new AtomicReference<>(running(1));
    try (House house = new House(builder -> builder.peers(socket -> Optional.of(peer.get())));
        RawClient first = RawClient.connect(house.gateway(), house.token("ada"));
        RawClient again = RawClient.connect(house.gateway(), house.token("ada"))) {
      first.construct(LIST);
      assertThat(again.call("o0", "size")).isEqualTo("!yi0");

      peer.set(running(2));
      try (RawClient other = RawClient.connect(house.gateway(), house.token("ada"))) {
        assertThat(other.call("o0", "size")).startsWith("!xs");
      }
      assertThat(house.gateway().sessions()).hasSize(2);
    }
  }

  @Test
  void another_program_with_the_same_named_session_is_refused_with_a_word() throws IOException {
    AtomicReference<PeerProcess> peer = new AtomicReference<>(PeerProcess.of(ownPid()));
    try (House house = new House(builder -> builder.peers(socket -> Optional.of(peer.get())));
        RawClient first = house.client("ada", "one")) {
      first.construct(LIST);
      peer.set(running(2));

      assertThatThrownBy(() -> house.client("ada", "one"))
          .hasMessageContaining("NOT_PERMITTED")
          .hasMessageContaining("belongs to another program");
      assertThat(first.call("o0", "size")).isEqualTo("!yi0");
    }
  }

  @Test
  void a_program_that_was_started_anew_does_not_join_the_session_of_the_one_that_ended()
      throws IOException {
    AtomicReference<PeerProcess> peer = new AtomicReference<>(running(2));
    try (House house = new House(builder -> builder.peers(socket -> Optional.of(peer.get())));
        RawClient first = house.client("ada", "one")) {
      first.construct(LIST);
      peer.set(PeerProcess.of(ownPid()));

      try (RawClient second = house.client("ada", "one")) {
        assertThat(second.call("o0", "size")).startsWith("!xs");
        assertThat(house.gateway().sessions()).hasSize(1);
      }
    }
  }

  @Test
  void while_its_process_runs_a_session_stays_and_with_it_it_goes() throws Throwable {
    AtomicReference<PeerProcess> peer = new AtomicReference<>(PeerProcess.of(ownPid()));
    try (House house =
        new House(
            builder -> builder.limits(House.QUICK).peers(socket -> Optional.of(peer.get())))) {
      house.client("ada", "alive").close();
      peer.set(running(3));
      try (RawClient dead = house.client("ada", "dead")) {
        eventually(
            () ->
                assertThat(house.gateway().sessions())
                    .extracting(SessionSnapshot::id)
                    .containsExactly(new SessionId("ada.alive")));
        assertThat(dead.answer()).isNull();
      }
    }
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }

  /** A process that is not there any more: this one's id, with another start. */
  private static PeerProcess running(long started) {
    return new PeerProcess(ownPid(), started);
  }
}
