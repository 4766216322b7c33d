package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A name is remembered for as long as it can be restored, though no revision is left of it. */
@Timeout(60)
class LateForgettingTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);
  private static final int REVISIONS_KEPT = 10_000;

  private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub =
      Hub.builder()
          .adapter(boxes)
          .clock(clock)
          .commitsKept(1)
          .trashTime(Duration.ofMillis(1))
          .open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @BeforeEach
  void publish() {
    ada.publish(KEY, new Box("tea"), with -> with.alias("prod"));
  }

  @Test
  void in_the_trash_all_that_was_said_of_it_is_kept() {
    removeAndPassRevisions();
    assertThatThrownBy(() -> ada.get(KEY)).hasMessageContaining("it was removed by ada");

    ada.restore(KEY.name());

    assertThat(ada.get(KEY.alias("prod"))).isEqualTo(new Box("tea for ada"));
    assertThat(ada.aliases().history(KEY.alias("prod"))).isNotEmpty();
  }

  @Test
  void with_the_trash_its_last_traces_go() {
    removeAndPassRevisions();
    clock.step();
    awaitReleased("tea");

    assertThatThrownBy(() -> ada.get(KEY))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nothing of that name was published");
    assertThat(ada.publish(KEY, new Box("coffee")).version()).isEqualTo(2);
    assertThat(ada.aliases().history(KEY.alias("prod"))).isEmpty();
  }

  @Test
  void what_a_hold_keeps_of_a_forgotten_name_is_freed_with_the_hub() {
    Key<Box> other = Key.of("ada/other", Box.class);
    ada.publish(other, new Box("freed"));
    Hold<Box> hold = ada.hold(KEY);
    removeAndPassRevisions();
    ada.unpublish(other.name());
    clock.step();
    awaitReleased("freed");
    assertThat(hold.value()).isEqualTo(new Box("tea for ada"));

    hub.close();

    assertThat(boxes.released).containsExactly("freed", "tea");
  }

  private void awaitReleased(String stored) {
    while (!boxes.released.contains(stored)) {
      Thread.onSpinWait();
    }
  }

  private void removeAndPassRevisions() {
    ada.unpublish(KEY.name());
    Access elsewhere = Users.grace(hub).access();
    for (int i = 0; i <= REVISIONS_KEPT; i += 2) {
      elsewhere.grant(Namespace.of("grace"), Users.ADA, Right.READ);
      elsewhere.revoke(Namespace.of("grace"), Users.ADA);
    }
  }
}
