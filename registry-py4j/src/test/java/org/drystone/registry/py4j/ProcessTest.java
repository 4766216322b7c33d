package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drystone.registry.py4j.Eventually.eventually;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** Clients that are processes of their own, as the operating system shows them. */
@EnabledOnOs(LINUX)
class ProcessTest {

  /** A program that connects with a token, takes handles, and stays. */
  public static final class Program {
    public static void main(String[] args) throws IOException {
      RawClient client = new RawClient(Integer.parseInt(args[0]));
      client.ask("A", args[1]);
      for (int i = Integer.parseInt(args[2]); i > 0; i--) {
        client.construct("java.util.ArrayList");
      }
      System.out.println("connected");
      System.in.read();
    }
  }

  private final House house =
      new House(builder -> builder.limits(Limits.defaults()).peers(new ProcPeers()));

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void two_programs_with_the_same_token_have_two_sessions() throws Exception {
    Process first = program(1);
    Process second = program(2);

    assertThat(house.gateway().sessions())
        .extracting(SessionSnapshot::handles)
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(house.gateway().sessions())
        .extracting(SessionSnapshot::id)
        .anyMatch(id -> id.text().startsWith("ada.process-" + first.pid() + "-"))
        .anyMatch(id -> id.text().startsWith("ada.process-" + second.pid() + "-"));
    first.destroyForcibly().waitFor();
    second.destroyForcibly().waitFor();
  }

  @Test
  void of_a_killed_program_nothing_is_left() throws Throwable {
    Process killed = program(1000);
    Process other = program(3);
    assertThat(house.gateway().sessions())
        .extracting(SessionSnapshot::handles)
        .containsExactlyInAnyOrder(1000L, 3L);

    killed.destroyForcibly();

    eventually(
        () ->
            assertThat(house.gateway().sessions())
                .extracting(SessionSnapshot::handles)
                .containsExactly(3L));
    other.destroyForcibly().waitFor();
  }

  private Process program(int handles) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                Integer.toString(house.gateway().port()),
                house.token("ada"),
                Integer.toString(handles))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.readLine()).isEqualTo("connected");
    return process;
  }
}
