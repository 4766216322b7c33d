package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored bytes on their way to a client. */
class ExportTest {

  private final Hub hub =
      Hub.builder().host(Principal.user("host")).adapter(new Blob.Adapter()).open();
  private final House house = new House(hub, builder -> builder);
  private RawClient bob;

  @BeforeEach
  void connect() throws IOException {
    bob = house.client("bob");
  }

  @AfterEach
  void close() throws IOException {
    bob.close();
    house.close();
  }

  @Test
  void the_parts_come_as_announced_and_the_connection_serves_on() throws IOException {
    byte[] large = new byte[3_000_000];
    new Random(1).nextBytes(large);
    publish(new Blob(List.of(large, new byte[0], new byte[] {1, 2}), 0));

    JsonObject export = export();
    assertThat(export.get("mediaType").getAsString()).isEqualTo("application/x-test");
    assertThat(export.get("sizes")).hasToString("[3000000,0,2]");
    assertThat(stream(export)).isEqualTo(RawClient.ACCEPTED);

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(large);
    expected.write(new byte[] {1, 2});
    assertThat(bob.bytes(3_000_002)).isEqualTo(expected.toByteArray());
    bob.ok("hello", "{}");
    assertThat(house.gateway().sessions().get(0).handles()).isZero();
  }

  @Test
  void a_table_is_told_of_without_being_opened() throws IOException {
    publish(new Blob(List.of(new byte[1]), 0));

    JsonObject got = bob.ok("get", "{'ref': 'table'}").getAsJsonObject();

    assertThat(got.get("kind").getAsString()).isEqualTo("table");
    assertThat(got.has("value")).isFalse();
  }

  @Test
  void an_export_is_streamed_once_and_only_in_its_session() throws IOException {
    publish(new Blob(List.of(new byte[] {7}), 0));
    JsonObject export = export();
    try (RawClient other = house.client("bob", "other")) {
      assertThat(other.ask("S", "drystone", "stream", "s" + id(export), "e"))
          .startsWith("!xs")
          .contains("NOT_FOUND");
    }

    assertThat(stream(export)).isEqualTo(RawClient.ACCEPTED);
    assertThat(bob.bytes(1)).containsExactly(7);
    assertThat(stream(export)).startsWith("!xs").contains("NOT_FOUND");
  }

  @Test
  void a_part_that_ends_early_breaks_the_connection() throws IOException {
    publish(new Blob(List.of(new byte[100_000], new byte[10]), 1000));

    assertThat(stream(export())).isEqualTo(RawClient.ACCEPTED);

    assertThat(received(100_000 + 10 + 1000)).isLessThanOrEqualTo(100_010);
  }

  @Test
  void what_has_no_stored_bytes_cannot_be_exported() throws IOException {
    hub.registry().publish(Key.of("text", String.class), "text");

    assertThat(bob.error("export", "{'ref': 'text'}")).isEqualTo("TYPE_MISMATCH");
  }

  @Test
  void a_program_cannot_pile_up_exports() throws IOException {
    publish(new Blob(List.of(new byte[1]), 0));
    for (int i = 0; i < 1000; i++) {
      export();
    }

    assertThat(bob.error("export", "{'ref': 'table'}")).isEqualTo("LIMIT");
  }

  private int received(int announced) throws IOException {
    try {
      return bob.bytes(announced).length;
    } catch (SocketException e) {
      return 0;
    }
  }

  private void publish(Blob blob) {
    hub.registry().publish(Key.of("table", Blob.class), blob);
  }

  private JsonObject export() throws IOException {
    return bob.ok("export", "{'ref': 'table'}").getAsJsonObject();
  }

  private String stream(JsonObject export) throws IOException {
    return bob.ask("S", "drystone", "stream", "s" + id(export), "e");
  }

  private static String id(JsonObject export) {
    return export.get("export").getAsString();
  }
}
