package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of publications and computations before they are there. */
class UnderwayTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void while_it_freezes_others_see_that_it_is_under_way_but_no_version() {
    boxes.whileFreezing =
        context -> {
          context.progress("half");
          assertThat(ada.find(KEY)).isEmpty();
          assertThat(ada.underway())
              .singleElement()
              .satisfies(
                  underway -> {
                    assertThat(underway.name()).isEqualTo(KEY.name());
                    assertThat(underway.publisher()).isEqualTo(Users.ADA);
                    assertThat(underway.progress()).isEqualTo("half");
                  });
          assertThat(Users.grace(hub).underway()).isEmpty();
        };

    ada.publish(KEY, new Box("tea"));

    assertThat(ada.underway()).isEmpty();
  }

  @Test
  void what_others_compute_meanwhile_is_under_way_too_and_a_claim_that_publishes_once() {
    Key<Integer> other = Key.of("ada/other", Integer.class);
    ada.claims().claim(other);
    boxes.whileFreezing =
        context ->
            assertThat(ada.underway())
                .extracting(Underway::name)
                .containsExactlyInAnyOrder(KEY.name(), other.name());

    ada.getOrCompute(KEY, () -> new Box("tea"));

    assertThat(ada.underway()).extracting(Underway::name).containsExactly(other.name());
  }

  @Test
  void a_long_story_of_the_progress_is_cut_after_whole_characters() {
    Key<Integer> other = Key.of("ada/other", Integer.class);
    try (Claim.Granted<Integer> claim = (Claim.Granted<Integer>) ada.claims().claim(other)) {
      claim.progress("\uD83D\uDE00".repeat(1001));

      assertThat(ada.underway())
          .singleElement()
          .extracting(Underway::progress)
          .isEqualTo("\uD83D\uDE00".repeat(1000));
    }
  }
}
