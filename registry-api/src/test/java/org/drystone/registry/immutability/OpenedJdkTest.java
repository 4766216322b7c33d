package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a view shows can be looked at where Java was started with its fields open. */
class OpenedJdkTest {

  private static final List<String> VERDICTS =
      List.of("list", "IMMUTABLE", "map", "IMMUTABLE", "shared", "MUTABLE");

  @Test
  void views_of_the_jdks_immutable_collections_are_recognised_where_it_is_closed()
      throws Exception {
    assertThat(run())
        .containsExactly("list", "IMMUTABLE", "map", "IMMUTABLE", "shared", "UNDECIDED");
  }

  @Test
  void views_are_as_immutable_as_what_they_show_where_the_jdk_is_open() throws Exception {
    assertThat(run("--add-opens", "java.base/java.util=ALL-UNNAMED")).isEqualTo(VERDICTS);
  }

  private static List<String> run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Views.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return List.of(said.trim().split("\\s+"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Says what it finds of views. */
  static final class Views {

    private Views() {}

    public static void main(String[] args) {
      say("list", Collections.unmodifiableList(List.of("a")));
      say("map", Collections.unmodifiableMap(Map.of("a", 1)));
      say("shared", Collections.unmodifiableList(new ArrayList<>(List.of("a"))));
    }

    private static void say(String name, Object view) {
      System.out.println(name + " " + new ImmutabilityChecker().check(view).kind());
    }
  }
}
