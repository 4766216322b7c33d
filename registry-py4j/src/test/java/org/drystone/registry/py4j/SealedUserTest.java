package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.drystone.registry.InvalidArgumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sealed user can do, and that everything else is an error, never a result. */
class SealedUserTest {

  /** A value that the host opens to sealed users. */
  public record Crate(String content, int weight) {
    public List<String> parts() {
      return List.of(content, "lid");
    }

    public String joined(String separator, String... rest) {
      return content + separator + String.join(separator, rest);
    }

    public static String secretOfAll() {
      return "secret";
    }
  }

  /** A value that the host does not open. */
  public record Safe(String secret) {}

  /** A host's own entry point. */
  public static final class Warehouse {
    public Crate crate() {
      return new Crate("apples", 5);
    }

    public Safe safe() {
      return new Safe("secret");
    }

    public String contentOf(Crate crate) {
      return crate.content();
    }

    public List<Crate> crates() {
      return List.of(crate());
    }

    public String refuse() {
      throw new InvalidArgumentException("Not this crate", "it is nailed up", "Take another");
    }

    public String fail() {
      throw new IllegalStateException("no such crate");
    }

    public String describe(Object anything) {
      return anything + "";
    }

    public static String statically() {
      return "secret";
    }

    String packagePrivately() {
      return "secret";
    }

    @SuppressWarnings("unused")
    private String privately() {
      return "secret";
    }
  }

  private House house;
  private RawClient bob;

  @BeforeEach
  void open() throws IOException {
    house = new House(builder -> builder.entryPoint(new Warehouse()).allow(Crate.class));
    bob = house.client("bob");
  }

  @AfterEach
  void close() throws IOException {
    bob.close();
    house.close();
  }

  @Test
  void the_entry_point_and_allowed_types_are_open() throws IOException {
    assertThat(bob.call("t", "crate")).isEqualTo("!yro0");
    assertThat(bob.call("o0", "content")).isEqualTo("!ysapples");
    assertThat(bob.call("o0", "weight")).isEqualTo("!yi5");
    assertThat(bob.call("o0", "toString")).contains("apples");
    assertThat(bob.call("o0", "equals", "ro0")).isEqualTo("!ybtrue");
    assertThat(bob.call("o0", "joined", "s+", "snuts", "spears")).isEqualTo("!ysapples+nuts+pears");
    assertThat(bob.call("t", "contentOf", "ro0")).isEqualTo("!ysapples");
  }

  @Test
  void the_verbs_of_the_protocol_are_open() throws IOException {
    bob.ok("publish", "{'name': 'bob/x', 'value': [1, 2]}");
    assertThat(bob.ok("get", "{'ref': 'bob/x'}").getAsJsonObject().get("value").toString())
        .isEqualTo("[1,2]");
  }

  @Test
  void an_object_of_another_type_is_only_a_handle() throws IOException {
    assertThat(bob.call("t", "safe")).isEqualTo("!yro0");
    assertThat(bob.call("o0", "secret")).startsWith("!xs").doesNotContain("secret]");
    assertThat(bob.call("o0", "toString")).startsWith("!xs");
  }

  @Test
  void memory_management_frees_handles_but_nothing_that_is_reserved() throws IOException {
    bob.call("t", "crate");
    assertThat(bob.ask("m", "d", "o0", "e")).isEqualTo("!yv");
    assertThat(bob.call("o0", "content")).startsWith("!xs");
    for (String reserved : List.of("t", "drystone", "j", "GATEWAY_SERVER")) {
      assertThat(bob.ask("m", "d", reserved, "e")).isEqualTo("!yv");
    }
    assertThat(bob.call("t", "crate")).isEqualTo("!yro1");
    bob.ok("hello", "{}");
  }

  @Test
  void of_an_exception_of_the_host_only_the_number_in_the_log_is_told() throws IOException {
    try (LogCapture log = new LogCapture(Gateway.class)) {
      String answer = bob.call("t", "fail");

      assertThat(answer).matches("!xs.* incident [0-9a-f-]{36}").doesNotContain("crate");
      String incident = answer.substring(answer.length() - 36);
      assertThat(log.thrown(incident)).hasMessage("no such crate");
    }
  }

  @Test
  void a_refusal_of_the_registry_is_told_as_it_is() throws IOException {
    assertThat(bob.call("t", "refuse")).contains("Not this crate").doesNotContain("incident");
  }

  @Test
  void what_its_session_talks_through_cannot_be_published() throws IOException {
    for (String reserved : List.of("rdrystone", "rt")) {
      String how = "s{\"name\": \"bob/x\", \"evenIfMutable\": \"a test\"}";
      String answer = bob.call("drystone", "publishObject", how, reserved);
      assertThat(answer).contains("INVALID_ARGUMENT");
    }
    assertThat(bob.error("describe", "{'ref': 'bob/x'}")).isEqualTo("NOT_FOUND");
  }

  @Test
  void what_is_no_stream_of_bytes_leaves_no_handle() throws IOException {
    assertThat(bob.ask("S", "t", "crate", "e")).startsWith("!xs").contains("no stream");
    assertThat(bob.ask("S", "t", "crates", "e")).startsWith("!xs").contains("no stream");

    assertThat(house.gateway().sessions().get(0).handles()).isZero();
  }

  @Test
  void a_fatal_error_tells_no_stack_trace_either() throws IOException {
    assertThat(bob.ask("nonsense"))
        .startsWith("!zs")
        .doesNotContain("\\tat ")
        .doesNotContain("at py4j");
  }

  static Stream<List<String>> attacks() {
    return Stream.of(
        // constructors, statics
        List.of("i", "java.util.ArrayList", "e"),
        List.of("i", "java.io.File", "s/", "e"),
        List.of("c", "z:java.lang.System", "currentTimeMillis", "e"),
        List.of("c", "z:java.lang.System", "exit", "i0", "e"),
        List.of("c", "z:java.lang.Runtime", "getRuntime", "e"),
        List.of("c", "z:java.lang.Class", "forName", "sjava.lang.System", "e"),
        // reflection, fields, views, help
        List.of("r", "u", "java.lang.System", "rj", "e"),
        List.of("r", "m", "java.lang.System", "out", "e"),
        List.of("r", "c", "java.lang.System", "e"),
        List.of("f", "g", "t", "secret", "e"),
        List.of("f", "s", "t", "secret", "s", "e"),
        List.of("j", "c", "sview", "e"),
        List.of("j", "i", "rj", "sjava.util.*", "e"),
        List.of("j", "s", "rj", "sjava.util.*", "e"),
        List.of("h", "o", "t", "n", "btrue", "e"),
        List.of("d", "f", "t", "e"),
        List.of("d", "s", "java.lang.System", "e"),
        List.of("p", "rt", "e"),
        // arrays, lists
        List.of("a", "c", "java.lang.String", "i1", "e"),
        List.of("a", "g", "o0", "i0", "e"),
        List.of("l", "s", "o0", "e"),
        // what every object has
        List.of("c", "t", "getClass", "e"),
        List.of("c", "t", "notifyAll", "e"),
        List.of("c", "t", "wait", "e"),
        List.of("c", "t", "wait", "L1", "e"),
        List.of("c", "drystone", "getClass", "e"),
        // what the host's class keeps for itself
        List.of("c", "t", "statically", "e"),
        List.of("c", "t", "packagePrivately", "e"),
        List.of("c", "t", "privately", "e"),
        List.of("c", "drystone", "enveloped", "sx", "n", "e"),
        // a static of an allowed type
        List.of("c", "o0", "secretOfAll", "e"),
        List.of("c", "o0", "getClass", "e"),
        // reserved objects, objects that are not there, live objects
        List.of("c", "GATEWAY_SERVER", "getCallbackClient", "e"),
        List.of("c", "GATEWAY_SERVER", "shutdown", "e"),
        List.of("c", "j", "toString", "e"),
        List.of("c", "o77", "toString", "e"),
        List.of("c", "t", "describe", "rj", "e"),
        List.of("c", "t", "describe", "rGATEWAY_SERVER", "e"),
        List.of("c", "t", "describe", "ro77", "e"),
        List.of("c", "drystone", "object", "sbob/x", "e"),
        List.of("c", "drystone", "stream", "snonsense", "e"),
        // Python functions: they would load a class and call back
        List.of("c", "t", "describe", "fp0;java.lang.Runnable", "e"),
        List.of("c", "t", "describe", "fp0;java.lang.AutoCloseable;java.lang.Runnable", "e"),
        // streams
        List.of("S", "t", "crate", "e"),
        List.of("S", "t", "getClass", "e"),
        List.of("S", "z:java.lang.System", "inheritedChannel", "e"),
        // arguments that cannot be read
        List.of("c", "t", "describe", "q", "e"),
        List.of("c", "t", "describe", "iabc", "e"),
        // the end of the hub
        List.of("s"),
        List.of("s", "e"));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_is_an_error(List<String> attack) throws IOException {
    bob.ok("publish", "{'name': 'bob/x', 'value': [1, 2]}");
    bob.call("t", "crate");

    String answer = bob.ask(attack.toArray(String[]::new));

    assertThat(answer).matches("![xz].*").doesNotContain("\\tat ").doesNotContain("secret\"");
    try (RawClient other = house.client("bob", "other")) {
      other.ok("hello", "{}");
    }
  }
}
