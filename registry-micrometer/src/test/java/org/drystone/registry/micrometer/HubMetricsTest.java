package org.drystone.registry.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Caller;
import org.drystone.registry.Claim;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.LimitException;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.TypeRef;
import org.drystone.registry.UserLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub does shows in the meters of its host. */
class HubMetricsTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Hub hub =
      Hub.builder()
          .listener(HubMetrics.counting(meters))
          .fingerprints(Fingerprints.oneReadIn(1))
          .limits(Principal.user("grace"), UserLimits.none().atMostVersions(1))
          .open();
  private final Registry ada = hub.as(Caller.of(Principal.user("ada")));

  @BeforeEach
  void bind() {
    HubMetrics.of(hub).bindTo(meters);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  private double counter(String name) {
    return meters.get(name).counter().count();
  }

  @Test
  void gauges_tell_what_is_there_now() {
    ada.publish(KEY, "a");
    ada.publish(KEY, "b");
    Claim claim = ada.claims().claim(Key.of("ada/y", String.class));

    assertThat(claim).isInstanceOf(Claim.Granted.class);
    assertThat(gauge("drystone.names")).isEqualTo(1);
    assertThat(gauge("drystone.versions")).isEqualTo(2);
    assertThat(gauge("drystone.bytes")).isZero();
    assertThat(gauge("drystone.claims")).isEqualTo(1);
    assertThat(gauge("drystone.sessions")).isZero();
    assertThat(gauge("drystone.publications")).isZero();
  }

  @Test
  void a_closed_hub_has_no_figures() {
    hub.close();

    assertThat(gauge("drystone.names")).isNaN();
  }

  @Test
  void commits_are_counted() {
    ada.publish(KEY, "a");

    assertThat(counter("drystone.commits")).isEqualTo(1);
  }

  @Test
  void reads_against_advice_are_counted() {
    ada.publish(KEY, "a");
    ada.advice().deprecate(KEY, "wrong");
    ada.get(KEY);

    assertThat(counter("drystone.reads.deprecated")).isEqualTo(1);
  }

  @Test
  void refusals_are_counted() {
    Registry grace = hub.as(Caller.of(Principal.user("grace")));
    grace.publish(Key.of("grace/x", String.class), "a");

    assertThat(catchThrowable(() -> grace.publish(Key.of("grace/x", String.class), "b")))
        .isInstanceOf(LimitException.class);
    assertThat(counter("drystone.refusals")).isEqualTo(1);
  }

  @Test
  void versions_that_were_changed_are_counted() {
    Key<List<String>> list = Key.of("ada/list", new TypeRef<List<String>>() {});
    List<String> mine = new ArrayList<>();
    ada.publish(list, mine, with -> with.evenIfMutable("a test"));
    mine.add("changed");
    assertThat(catchThrowable(() -> ada.get(list))).isNotNull();

    assertThat(counter("drystone.versions.mutated")).isEqualTo(1);
  }
}
