package org.drystone.examples.sparkhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubOptionsTest {

  @TempDir Path folder;

  @Test
  void nothing_is_needed() {
    HubOptions options = parse();

    assertThat(options.port()).isEqualTo(25333);
    assertThat(options.users())
        .containsExactly(entry(Principal.user(System.getProperty("user.name")), GatewayRight.JVM));
    assertThat(options.tables()).isEmpty();
    assertThat(options.connectionFile()).isEmpty();
  }

  @Test
  void users_come_with_their_right_in_the_order_of_the_command_line() {
    assertThat(parse("--user", "grace", "--sealed-user", "alan", "--user", "ada").users())
        .containsExactly(
            entry(Principal.user("grace"), GatewayRight.JVM),
            entry(Principal.user("alan"), GatewayRight.SEALED),
            entry(Principal.user("ada"), GatewayRight.JVM));
  }

  @Test
  void a_bare_table_name_lies_in_shared() throws IOException {
    Path file = Files.writeString(folder.resolve("a=b.csv"), "x\n1\n");

    assertThat(parse("--table", "flights=" + file, "--table", "ada/my sales=" + file).tables())
        .containsExactly(
            new TableOption(Name.parse("shared/flights"), file, TableFormat.CSV),
            new TableOption(Name.parse("ada/my sales"), file, TableFormat.CSV));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65535"})
  void takes_any_port_that_there_is(String port) {
    assertThat(parse("--port", port).port()).isEqualTo(Integer.parseInt(port));
  }

  @Test
  void refuses_a_port_in_use() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertRefused("cannot be used", "--port", String.valueOf(other.getLocalPort()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "99999999999", "http", "", "1 "})
  void refuses_what_is_no_port(String port) {
    assertRefused("a number from 0 to 65535 is needed", "--port", port);
  }

  @ParameterizedTest
  @CsvSource({
    "--prot,unknown option --prot",
    "flights.csv,unknown option flights.csv",
    "'',unknown option"
  })
  void refuses_what_it_does_not_know(String option, String message) {
    assertRefused(message, option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--user", "--sealed-user", "--table", "--connection-file"})
  void refuses_an_option_without_its_value(String option) {
    assertRefused(option + " needs a value", option);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a:b", "a\tb"})
  void refuses_what_cannot_be_a_user(String name) {
    assertRefused("cannot be", "--user", name);
  }

  @Test
  void refuses_a_user_with_two_rights() {
    assertRefused("ada is named twice", "--user", "ada", "--sealed-user", "ada");
  }

  @Test
  void refuses_a_table_without_a_path() {
    assertRefused("NAME=PATH is needed", "--table", "flights.csv");
  }

  @Test
  void refuses_a_table_whose_file_is_missing() {
    assertRefused("flights.csv is not there", "--table", "x=" + folder.resolve("flights.csv"));
  }

  @Test
  void refuses_a_table_whose_name_is_none() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "x\n1\n");

    assertRefused("--table", "--table", "a/b/c=" + file);
    assertRefused("--table", "--table", "=" + file);
  }

  @Test
  void refuses_two_tables_of_one_name() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "x\n1\n");

    assertRefused("named twice", "--table", "x=" + file, "--table", "shared/x=" + file);
  }

  private static HubOptions parse(String... commandLine) {
    return HubOptions.parse(List.of(commandLine));
  }

  private static void assertRefused(String message, String... commandLine) {
    assertThatThrownBy(() -> parse(commandLine))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
  }
}
