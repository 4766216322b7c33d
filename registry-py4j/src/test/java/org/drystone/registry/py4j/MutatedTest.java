package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.junit.jupiter.api.Test;

/** A client that changes what it published is found out by those who read. */
class MutatedTest {

  @Test
  void a_reader_is_told_who_published_what_was_changed() throws IOException {
    Hub hub =
        Hub.builder().host(Principal.user("host")).fingerprints(Fingerprints.oneReadIn(1)).open();
    try (House house = new House(hub, builder -> builder);
        RawClient ada = house.client("ada");
        RawClient grace = house.client("grace")) {
      ada.construct("java.lang.StringBuilder");
      RawClient.envelope(
          ada.call(
              "drystone",
              "publishObject",
              "s{\"name\": \"ada/text\", \"evenIfMutable\": \"a test\"}",
              "ro0"));
      ada.ok("grant", "{'scope': 'ada/text', 'to': 'grace', 'right': 'READ'}");
      grace.ok("get", "{'ref': 'ada/text'}");

      ada.call("o0", "append", "smore");

      JsonObject error = grace.verb("get", "{'ref': 'ada/text'}").getAsJsonObject("error");
      assertThat(error.get("code").getAsString()).isEqualTo("MUTATED");
      assertThat(error.get("problem").getAsString()).startsWith("ada/text:v1 was changed");
      assertThat(error.get("reason").getAsString()).startsWith("ada published it at ");
    }
  }
}
