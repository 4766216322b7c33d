package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.py4j.Eventually.eventually;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.Test;

class GatewayTest {

  /** An entry point whose call lasts until the test lets it end. */
  public static final class Slow {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);

    public String work() throws InterruptedException {
      begun.countDown();
      mayEnd.await();
      return "done";
    }
  }

  @Test
  void its_url_tells_where_it_listens() {
    try (House house = new House()) {
      assertThat(house.gateway().url()).isEqualTo("drystone://127.0.0.1:" + house.gateway().port());
    }
  }

  @Test
  void a_port_in_use_is_told() {
    try (House house = new House()) {
      int port = house.gateway().port();

      assertThatThrownBy(() -> new House(builder -> builder.port(port)))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + port)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void a_port_that_does_not_exist_is_refused() {
    try (Hub hub = Hub.create()) {
      assertThatThrownBy(() -> Gateway.on(hub).port(65_536))
          .isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(() -> Gateway.on(hub).port(-1))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void beyond_loopback_it_listens_only_after_a_word() throws IOException {
    InetAddress everywhere = InetAddress.getByName("0.0.0.0");

    assertThatThrownBy(() -> new House(builder -> builder.address(everywhere)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("withoutTls");
    try (House house =
            new House(builder -> builder.address(everywhere).withoutTls("a test of a minute"));
        RawClient ada = house.client("ada")) {
      ada.ok("hello", "{}");
    }
  }

  @Test
  void closing_lets_a_running_command_end_and_refuses_new_ones() throws Exception {
    Slow slow = new Slow();
    House house = new House(builder -> builder.entryPoint(slow));
    RawClient working = house.client("ada");
    RawClient idle = house.client("grace");
    working.sendCall("t", "work");
    slow.begun.await();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(house.gateway()::close);
    assertThat(refused(house)).isTrue();
    assertThat(refusesCommands(idle)).isTrue();
    assertThat(closing).isNotDone();
    slow.mayEnd.countDown();

    assertThat(working.answer()).isEqualTo("!ysdone");
    assertThat(working.answer()).isNull();
    closing.get(30, TimeUnit.SECONDS);
    assertThat(house.gateway().sessions()).isEmpty();
    house.close();
  }

  @Test
  void closing_does_not_wait_for_ever() throws Exception {
    Slow slow = new Slow();
    Limits limits = House.PATIENT.withDrain(Duration.ofMillis(50), Duration.ofMillis(50));
    House house = new House(builder -> builder.entryPoint(slow).limits(limits));
    RawClient working = house.client("ada");
    working.sendCall("t", "work");
    slow.begun.await();

    house.gateway().close();

    assertThat(house.gateway().sessions()).isEmpty();
    assertThat(working.answer()).isNull();
    house.close();
  }

  @Test
  void closing_ends_those_who_wait_for_news_at_once() throws Throwable {
    House house = new House();
    RawClient ada = house.client("ada");
    ada.sendVerb("await", "{\"ref\": \"ada/later\", \"seconds\": 30}");
    ada.sendVerb("hello", "{}");
    eventually(() -> assertThat(house.gateway().sessions()).hasSize(1));

    house.close();

    assertThat(house.gateway().sessions()).isEmpty();
  }

  @Test
  void closing_twice_is_closing_once_and_leaves_the_hub_open() {
    House house = new House();
    house.gateway().close();
    house.gateway().close();

    Key<String> key = Key.of("host/x", String.class);
    house.hub().registry().publish(key, "still here");
    assertThat(house.hub().registry().get(key)).isEqualTo("still here");
    house.close();
  }

  @Test
  void its_threads_end_with_it() throws Throwable {
    House house = new House();
    RawClient ada = house.client("ada");
    int port = house.gateway().port();
    ada.ok("hello", "{}");

    house.close();

    eventually(
        () ->
            assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("drystone-gateway-" + port, "drystone-cleanup-ada.program"));
  }

  @Test
  void each_session_can_have_an_entry_point_of_its_own() throws IOException {
    try (House house =
            new House(
                builder -> builder.entryPointPerSession((s, usual) -> s.caller().user().name()));
        RawClient ada = house.client("ada");
        RawClient bob = house.client("bob")) {
      assertThat(ada.call("t", "toUpperCase")).isEqualTo("!ysADA");
      assertThat(bob.call("t", "toUpperCase")).isEqualTo("!ysBOB");
    }
  }

  @Test
  void the_default_entry_point_saves_and_gets() throws IOException {
    try (House house = new House();
        RawClient ada = house.client("ada");
        RawClient grace = house.client("grace")) {
      ada.construct("java.util.ArrayList");
      ada.call("o0", "add", "sfirst");

      assertThat(ada.call("t", "saveDataFrame", "smy new shiny list", "ro0"))
          .isEqualTo("!ysshared/my new shiny list:v1");
      assertThat(grace.call("t", "getDataFrame", "smy new shiny list")).isEqualTo("!ylo0");
      assertThat(grace.call("o0", "get", "i0")).isEqualTo("!ysfirst");
      assertThat(grace.call("o0", "add", "smore")).startsWith("!xr");
      assertThat(grace.call("t", "getDataFrame", "snothing")).startsWith("!xr");
    }
  }

  private static boolean refused(House house) throws Exception {
    while (true) {
      try (RawClient late = house.client("ada", "late")) {
        Thread.onSpinWait();
      } catch (ConnectException e) {
        return true;
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static boolean refusesCommands(RawClient client) throws IOException {
    try {
      String answer = "!yi5";
      while (answer != null && answer.startsWith("!y")) {
        answer = client.call("z:java.lang.Math", "abs", "i5");
      }
      return true;
    } catch (SocketException e) {
      return true; // The connection broke while it was told that it is refused.
    }
  }
}
