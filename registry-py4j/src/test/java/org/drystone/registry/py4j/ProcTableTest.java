package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcTableTest {

  @EnabledOnOs(LINUX)
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3"})
  void a_socket_stands_in_one_of_the_tables_under_both_its_ends(String host) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(0, 1, address);
        Socket client = new Socket(address, server.getLocalPort())) {
      List<ProcTable> holding =
          Arrays.stream(ProcTable.values()).filter(table -> holds(table, client)).toList();

      assertThat(holding).hasSize(1);
    }
  }

  @Test
  void the_table_of_ip_version_4_has_no_addresses_of_version_6() throws IOException {
    InetAddress address = InetAddress.getByName("::1");

    assertThat(ProcTable.TCP.entry(address, 8080)).isEmpty();
    assertThat(ProcTable.TCP6.entry(address, 8080)).isPresent();
  }

  @Test
  void an_address_stands_there_as_a_number_in_hexadecimal_digits() throws IOException {
    InetAddress address = InetAddress.getByName("127.0.0.127"); // the same in both byte orders

    assertThat(ProcTable.TCP.entry(address, 8080)).contains("7F00007F:1F90");
    assertThat(ProcTable.TCP6.entry(address, 8080)).get().asString().endsWith("7F00007F:1F90");
  }

  private static boolean holds(ProcTable table, Socket socket) {
    Optional<String> local = table.entry(socket.getLocalAddress(), socket.getLocalPort());
    Optional<String> remote = table.entry(socket.getInetAddress(), socket.getPort());
    String ends = local.orElseThrow() + " " + remote.orElseThrow();
    try {
      return Files.readString(Path.of("/proc/net", table.file())).contains(ends);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
