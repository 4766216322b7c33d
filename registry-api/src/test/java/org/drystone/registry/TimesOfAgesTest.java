package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Times that are as good as for ever, which no calendar can add up. */
class TimesOfAgesTest {

  private static final Duration AGES = Duration.ofSeconds(Long.MAX_VALUE);
  private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z");
  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  @Test
  void what_is_kept_in_the_trash_for_ages_can_be_restored_until_the_year_9999() {
    try (Hub hub = Hub.builder().trashTime(AGES).open()) {
      Registry ada = Users.ada(hub);
      Label label = ada.publish(KEY, 1);

      ada.unpublish(KEY.name());

      assertThat(ada.removals().restorable())
          .singleElement()
          .extracting(Restorable::until)
          .isEqualTo(YEAR_9999);
      assertThat(ada.restore(KEY.name())).containsExactly(label);
    }
  }

  @Test
  void a_hub_works_at_the_end_of_time() {
    try (Hub hub = Hub.builder().clock(Clock.fixed(Instant.MAX, ZoneOffset.UTC)).open()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, 1);

      ada.unpublish(KEY.name());

      assertThat(ada.find(KEY)).isEmpty();
    }
  }

  @Test
  void a_session_ends_whatever_the_grace_time_of_what_it_published() throws Exception {
    try (Hub hub = Hub.create()) {
      SessionId session = new SessionId("ada.1");
      Registry ada = Users.inSession(hub, Users.ADA, session);
      Key<Integer> brief = Key.of("ada/brief", Integer.class);
      ada.publish(KEY, 1, with -> with.whileSessionLives(AGES));
      ada.publish(brief, 1, with -> with.whileSessionLives(Duration.ZERO));
      try (Watch watch = ada.changes().of(brief.name()).fromNow()) {

        hub.endSession(session);

        assertThat(watch.next(Duration.ofMinutes(1))).isPresent();
        assertThat(ada.get(KEY)).isEqualTo(1);
      }
    }
  }
}
