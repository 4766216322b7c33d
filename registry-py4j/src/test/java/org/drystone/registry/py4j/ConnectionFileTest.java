package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {

  @TempDir private Path folder;

  @Test
  void it_tells_where_the_hub_is_and_what_the_tokens_are() throws IOException {
    Path path = folder.resolve("connection.json");
    ConnectionFile file = ConnectionFile.at(path).token("ada", "A").token("bob", "B");
    try (House house = new House(builder -> builder.connectionFile(file))) {
      JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();

      assertThat(json.get("url").getAsString()).isEqualTo(house.gateway().url());
      assertThat(json.get("pid").getAsLong()).isEqualTo(ProcessHandle.current().pid());
      assertThat(json.get("users"))
          .hasToString("{\"ada\":{\"token\":\"A\"},\"bob\":{\"token\":\"B\"}}");
    }
  }

  @Test
  void only_its_owner_can_read_it_also_in_the_place_of_a_readable_one() throws IOException {
    Path path = folder.resolve("connection.json");
    Files.writeString(path, "{}");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (House house = new House(builder -> builder.connectionFile(ConnectionFile.at(path)))) {
      assertThat(permissions(path)).isEqualTo("rw-------");
      assertThat(Files.readString(path)).contains(house.gateway().url());
    }
  }

  @Test
  void the_folder_is_made_for_the_owner_only_and_nothing_else_is_left_in_it() throws IOException {
    Path path = folder.resolve("home/.drystone/connection.json");
    try (House house = new House(builder -> builder.connectionFile(ConnectionFile.at(path)))) {
      assertThat(permissions(path.getParent())).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(path.getParent())) {
        assertThat(files).containsExactly(path);
      }
      assertThat(house.gateway().port()).isPositive();
    }
    try (Stream<Path> files = Files.list(path.getParent())) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_file_that_another_hub_wrote_meanwhile_is_left_alone() throws IOException {
    Path path = folder.resolve("connection.json");
    ConnectionFile file = ConnectionFile.at(path);
    House first = new House(builder -> builder.connectionFile(file));
    try (House second = new House(builder -> builder.connectionFile(file))) {
      first.close();
      assertThat(Files.readString(path)).contains(second.gateway().url());
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void where_it_cannot_be_written_the_gateway_does_not_start() throws IOException {
    Path occupied = Files.createFile(folder.resolve("file"));
    ConnectionFile file = ConnectionFile.at(occupied.resolve("connection.json"));

    assertThatThrownBy(() -> new House(builder -> builder.connectionFile(file)))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining(occupied.toString());
  }

  @Test
  void where_one_cannot_be_written_none_is_left() throws IOException {
    ConnectionFile good = ConnectionFile.at(folder.resolve("good.json"));
    Path occupied = Files.createFile(folder.resolve("file"));
    ConnectionFile bad = ConnectionFile.at(occupied.resolve("bad.json"));

    assertThatThrownBy(() -> new House(b -> b.connectionFile(good).connectionFile(bad)))
        .isInstanceOf(UnavailableException.class);

    assertThat(good.path()).doesNotExist();
  }

  @Test
  void the_default_file_of_a_gateway_is_none_of_the_builder_s_next_one() {
    String home = System.setProperty("user.home", folder.toString());
    try (Hub hub = Hub.builder().host(Principal.user("host")).open()) {
      Path path = folder.resolve(".drystone/connection.json");
      GatewayBuilder builder = Gateway.on(hub).port(0);
      try (Gateway first = builder.start()) {
        assertThat(path).content().contains(first.url());
      }
      try (Gateway second = builder.users(Users.create()).start()) {
        assertThat(second.port()).isPositive();
        assertThat(path).doesNotExist();
      }
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void without_users_the_hub_s_own_finds_a_token_in_the_home_folder() throws IOException {
    String home = System.setProperty("user.home", folder.toString());
    try (Hub hub = Hub.builder().host(Principal.user("host")).open();
        Gateway gateway = Gateway.on(hub).port(0).start()) {
      Path path = folder.resolve(".drystone/connection.json");
      JsonObject users =
          JsonParser.parseString(Files.readString(path)).getAsJsonObject().getAsJsonObject("users");
      String token = users.getAsJsonObject("host").get("token").getAsString();

      try (RawClient client = RawClient.connect(gateway, token + ".program")) {
        JsonObject hello = client.ok("hello", "{}").getAsJsonObject();
        assertThat(hello.get("user").getAsString()).isEqualTo("host");
        assertThat(hello.get("right").getAsString()).isEqualTo("sealed");
      }
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void its_text_shows_no_token() {
    assertThat(ConnectionFile.at(folder.resolve("c")).token("ada", "T0ken").toString())
        .contains("ada")
        .doesNotContain("T0ken");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
