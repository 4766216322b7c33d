package org.drystone.registry.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void has_passed_as_soon_as_nothing_is_left() {
    assertThat(Deadline.in(Duration.ZERO).hasPassed()).isTrue();
    assertThat(Deadline.in(Duration.ofDays(-1)).left()).isNotPositive();
  }

  @Test
  void is_not_over_before_its_time() {
    Deadline deadline = Deadline.in(Duration.ofDays(1));

    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.left()).isBetween(1L, Duration.ofDays(1).toNanos());
  }

  @Test
  void may_be_as_far_away_as_any_duration() {
    assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).hasPassed()).isFalse();
  }

  @Test
  void has_passed_however_negative_the_limit_is() {
    assertThat(Deadline.in(Duration.ofSeconds(Long.MIN_VALUE)).hasPassed()).isTrue();
  }
}
