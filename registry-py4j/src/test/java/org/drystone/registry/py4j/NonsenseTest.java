package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client says, the hub goes on for the others. */
class NonsenseTest {

  private static final int CONNECTIONS = 150;

  private static final String[] WORDS = {
    "A",
    "c",
    "i",
    "r",
    "f",
    "a",
    "l",
    "m",
    "S",
    "s",
    "z",
    "q",
    "h",
    "j",
    "d",
    "p",
    "e",
    "g",
    "u",
    "n",
    "t",
    "drystone",
    "GATEWAY_SERVER",
    "o0",
    "z:java.lang.System",
    "rt",
    "rj",
    "ro0",
    "fp0;x",
    "call",
    "publishObject",
    "object",
    "stream",
    "shello",
    "spublish",
    "s{}",
    "s{\"ref\":\"x\"}",
    "i1",
    "iNaN",
    "L",
    "b",
    "D1e999999999",
    "",
    " ",
    "\u0000",
    "\ud83d\ude00",
    "!",
    "!y",
    "!x",
    "\r"
  };

  @Test
  void strangers_cannot_disturb_the_hub() throws Throwable {
    try (House house = new House();
        RawClient ada = house.client("ada")) {
      for (int seed = 0; seed < CONNECTIONS; seed++) {
        try (RawClient stranger = new RawClient(house.gateway().port())) {
          talk(stranger, new Random(seed));
        }
      }
      ada.ok("hello", "{}");
      assertThat(house.gateway().sessions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "grace"})
  void neither_can_users_and_nothing_of_them_is_left(String user) throws Throwable {
    try (House house = new House(builder -> builder.limits(House.QUICK));
        RawClient ada = house.client("ada")) {
      for (int seed = 0; seed < CONNECTIONS; seed++) {
        try (RawClient client = house.client(user, "program-" + seed)) {
          talk(client, new Random(seed));
        }
      }
      ada.ok("hello", "{}");
      eventually(() -> assertThat(house.gateway().sessions()).hasSize(1));
      eventually(() -> assertThat(threads()).hasSize(2));
    }
  }

  /** The threads of all connections: two for each. */
  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("drystone-client-"));
  }

  private static void talk(RawClient client, Random random) throws IOException {
    try {
      for (int i = random.nextInt(40); i >= 0; i--) {
        client.send(WORDS[random.nextInt(WORDS.length)]);
      }
    } catch (java.net.SocketException e) {
      assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
    }
  }
}
