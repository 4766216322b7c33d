package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.InvalidNameException;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

  @Test
  void a_user_comes_in_with_the_token() throws IOException {
    try (House house = new House();
        RawClient client = new RawClient(house.gateway().port())) {
      assertThat(client.ask("A", house.token("ada"))).isEqualTo(RawClient.ACCEPTED);
      assertThat(client.ok("hello", "{}").getAsJsonObject().get("user").getAsString())
          .isEqualTo("ada");
    }
  }

  @Test
  void an_unknown_token_is_refused_with_an_envelope_and_the_connection_ends() throws IOException {
    try (House house = new House();
        RawClient client = new RawClient(house.gateway().port())) {
      String answer = client.ask("A", "nonsense");

      assertThat(answer).startsWith("!xs{\"error\":{\"code\":\"NOT_PERMITTED\"");
      assertThat(client.answer()).isNull();
      assertThat(house.gateway().sessions()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a b", "a/b", "a.b", "a\\nb"})
  void what_cannot_name_a_session_is_refused(String session) throws IOException {
    try (House house = new House();
        RawClient client = new RawClient(house.gateway().port())) {
      assertThat(client.ask("A", house.token("ada") + "." + session))
          .startsWith("!xs{\"error\":{\"code\":\"INVALID_ARGUMENT\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c", "r", "i", "s", "nonsense", ""})
  void without_a_token_no_command_is_served(String command) throws IOException {
    try (House house = new House();
        RawClient client = new RawClient(house.gateway().port())) {
      assertThat(client.ask(command, "drystone", "call", "shello", "s{}", "e"))
          .startsWith("!xs{\"error\":{\"code\":\"NOT_PERMITTED\"");
      assertThatEnds(client);
    }
  }

  @Test
  void a_second_token_on_the_same_connection_is_no_command() throws IOException {
    try (House house = new House();
        RawClient client = house.client("ada")) {
      assertThat(client.ask("A", house.token("grace"))).startsWith("!z");
      assertThatEnds(client);
    }
  }

  @Test
  void the_line_of_a_stranger_is_bounded() throws IOException {
    try (House house = new House();
        RawClient client = new RawClient(house.gateway().port())) {
      assertThatThrownBy(
              () -> {
                client.send("A");
                while (true) {
                  client.send("x".repeat(100_000));
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_stranger_who_says_nothing_is_sent_away() throws IOException {
    Limits limits = House.QUICK.withGreeting(Duration.ofMillis(50), 10);
    try (House house = new House(builder -> builder.limits(limits));
        RawClient client = new RawClient(house.gateway().port())) {
      assertThat(client.answer()).isNull();
    }
  }

  @Test
  void so_is_one_who_says_it_too_slowly() throws Throwable {
    Limits limits = House.QUICK.withGreeting(Duration.ofMillis(50), 10);
    try (House house = new House(builder -> builder.limits(limits));
        RawClient client = new RawClient(house.gateway().port())) {
      client.send("A");
      assertThat(client.answer()).isNull();
    }
  }

  @Test
  void there_are_only_so_many_strangers() throws Throwable {
    Limits limits = House.PATIENT.withGreeting(Duration.ofHours(1), 3);
    try (House house = new House(builder -> builder.limits(limits))) {
      List<RawClient> strangers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        strangers.add(new RawClient(house.gateway().port()));
      }
      try (RawClient oneTooMany = new RawClient(house.gateway().port())) {
        assertThatEnds(oneTooMany);
      }
      for (RawClient stranger : strangers) {
        stranger.close();
      }
      eventually(() -> assertThat(comesIn(house)).isTrue());
    }
  }

  @Test
  void users_may_be_added_while_the_gateway_runs() throws IOException {
    Users users = Users.create();
    try (House house = new House(builder -> builder.users(users))) {
      String token = users.add("late", GatewayRight.SEALED);
      try (RawClient client = RawClient.connect(house.gateway(), token)) {
        assertThat(client.ok("hello", "{}").getAsJsonObject().get("right").getAsString())
            .isEqualTo("sealed");
      }
    }
  }

  @Test
  void tokens_are_long_random_and_url_safe() {
    Users users = Users.create();
    String ada = users.add("ada", GatewayRight.SEALED);
    String bob = users.add("bob", GatewayRight.SEALED);

    assertThat(ada).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(bob);
    assertThat(users.owning(ada))
        .hasValueSatisfying(a -> assertThat(a.user().name()).isEqualTo("ada"));
    assertThat(users.owning(ada.substring(1))).isEmpty();
    assertThat(users.owning("")).isEmpty();
  }

  @Test
  void a_user_is_added_once_and_has_a_valid_name() {
    Users users = Users.create();
    String token = users.add("ada", GatewayRight.SEALED);

    assertThatThrownBy(() -> users.add("ada", GatewayRight.JVM))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> users.add("a/b", GatewayRight.JVM))
        .isInstanceOf(InvalidNameException.class);
    assertThat(users.owning(token))
        .hasValueSatisfying(a -> assertThat(a.right()).isEqualTo(GatewayRight.SEALED));
  }

  private static boolean comesIn(House house) {
    try (RawClient client = house.client("ada")) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ended or broken: nothing more comes. */
  private static void assertThatEnds(RawClient client) throws IOException {
    try {
      assertThat(client.answer()).isNull();
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }
}
