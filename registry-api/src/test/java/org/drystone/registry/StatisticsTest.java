package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Key<Box> COMMON = Key.of("shared/box", Box.class);
  private static final Key<Box> OWN = Key.of("ada/box", Box.class);

  private final Hub hub =
      Hub.builder().clock(new SteppingClock(NOON)).adapter(new BoxAdapter()).open();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void an_empty_hub_keeps_nothing() {
    assertThat(hub.statistics())
        .isEqualTo(new Statistics(new Position(hub.id(), 0), NOON, 0, Map.of(), Map.of(), 0, 0, 0));
  }

  @Test
  void what_is_kept_is_counted_by_owner_and_by_namespace() {
    ada.publish(COMMON, new Box("123"));
    ada.access().grant(COMMON.name(), Users.GRACE, Right.WRITE);
    grace.publish(COMMON, new Box("12345"));
    ada.publish(OWN, new Box("1"));

    Statistics statistics = hub.statistics();

    assertThat(statistics.names()).isEqualTo(2);
    assertThat(statistics.byOwner())
        .isEqualTo(Map.of(Users.ADA, new Usage(2, 4), Users.GRACE, new Usage(1, 5)));
    assertThat(statistics.byNamespace())
        .isEqualTo(Map.of(Namespace.SHARED, new Usage(2, 8), Namespace.of("ada"), new Usage(1, 1)));
    assertThat(statistics.total()).isEqualTo(new Usage(3, 9));
    assertThat(statistics.position()).isEqualTo(ada.position());
  }

  @Test
  void what_was_removed_counts_no_more_until_it_is_restored() {
    ada.publish(OWN, new Box("1"));
    ada.publish(OWN, new Box("12"));
    ada.unpublish(new VersionId(OWN.name(), 1));
    assertThat(hub.statistics().byOwner()).isEqualTo(Map.of(Users.ADA, new Usage(1, 2)));

    ada.unpublish(OWN.name());
    assertThat(hub.statistics().names()).isZero();
    assertThat(hub.statistics().byOwner()).isEmpty();

    ada.restore(OWN.name());
    assertThat(hub.statistics().names()).isEqualTo(1);
    assertThat(hub.statistics().total().bytes()).isPositive();
  }

  @Test
  void sessions_claims_and_work_are_counted() {
    hub.as(Caller.of(Users.ADA).inSession(new SessionId("one"))).claims().claim(OWN);

    assertThat(hub.statistics().sessions()).isEqualTo(1);
    assertThat(hub.statistics().claims()).isEqualTo(1);

    hub.endSession(new SessionId("one"));
    assertThat(hub.statistics().sessions()).isZero();
    assertThat(hub.statistics().claims()).isZero();
  }

  @Test
  void what_was_told_once_stays_as_it_is() {
    Statistics before = hub.statistics();
    ada.publish(OWN, new Box("1"));

    assertThat(before.total()).isEqualTo(Usage.NONE);
  }

  @Test
  void a_closed_hub_says_so() {
    hub.close();

    assertThatThrownBy(hub::statistics).isInstanceOf(ClosedException.class);
  }
}
