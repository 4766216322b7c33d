package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Java calls functions of the client: over the pinned connection, or where the client listens. */
class CallbackTest {

  private static final String FUNCTION = "fp0;java.util.function.Function";

  private final House house = new House();
  private RawClient ada;

  @BeforeEach
  void connect() throws IOException {
    ada = house.client("ada");
    assertThat(ada.call("z:java.util.Optional", "of", "i41")).isEqualTo("!yro0");
  }

  @AfterEach
  void close() throws IOException {
    ada.close();
    house.close();
  }

  @Test
  void a_pinned_client_is_called_on_the_connection_that_asked() throws IOException {
    ada.sendCall("o0", "map", FUNCTION);

    for (String line : new String[] {"c", "p0", "apply", "i41", "e"}) {
      assertThat(ada.answer()).isEqualTo(line);
    }
    ada.send("!yi42");

    assertThat(ada.answer()).isEqualTo("!yro1");
    assertThat(ada.call("o1", "get")).isEqualTo("!yi42");
  }

  @Test
  void while_its_function_runs_a_pinned_client_may_ask_for_more() throws IOException {
    ada.sendCall("o0", "map", FUNCTION);
    for (int i = 0; i < 5; i++) {
      ada.answer();
    }

    assertThat(ada.call("o0", "get")).isEqualTo("!yi41");
    ada.send("!yi43");

    assertThat(ada.answer()).isEqualTo("!yro1");
  }

  @Test
  void a_client_with_a_callback_server_is_shown_the_token() throws Exception {
    try (ServerSocket python = callbackServer()) {
      ada.sendCall("o0", "map", FUNCTION);

      try (Caller java = new Caller(python.accept())) {
        assertThat(java.line()).isEqualTo("A");
        assertThat(java.line()).isEqualTo(house.token("ada") + ".program");
        assertThat(java.line()).isEqualTo("e");
        java.say("!yv");
        java.serve(42);
        assertThat(ada.answer()).isEqualTo("!yro2");
      }
    }
  }

  @Test
  void one_that_does_not_understand_the_token_is_called_without() throws Exception {
    try (ServerSocket python = callbackServer()) {
      ada.sendCall("o0", "map", FUNCTION);

      try (Caller refused = new Caller(python.accept())) {
        assertThat(refused.line()).isEqualTo("A");
        refused.say("!x");
      }
      try (Caller java = new Caller(python.accept())) {
        java.serve(44);
        assertThat(ada.answer()).isEqualTo("!yro2");
      }
      assertThat(ada.call("o2", "get")).isEqualTo("!yi44");
    }
  }

  private ServerSocket callbackServer() throws IOException {
    ServerSocket python = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    assertThat(ada.call("z:java.net.InetAddress", "getLoopbackAddress")).isEqualTo("!yro1");
    assertThat(
            ada.call("GATEWAY_SERVER", "resetCallbackClient", "ro1", "i" + python.getLocalPort()))
        .isEqualTo("!yv");
    return python;
  }

  /** The Java side, as a callback server sees it. */
  private record Caller(Socket socket, BufferedReader reader) implements AutoCloseable {

    Caller(Socket socket) throws IOException {
      this(
          socket,
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    String line() throws IOException {
      return reader.readLine();
    }

    void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void serve(int result) throws IOException {
      for (String expected : new String[] {"c", "p0", "apply", "i41", "e"}) {
        assertThat(line()).isEqualTo(expected);
      }
      say("!yi" + result);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
