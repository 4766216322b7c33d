package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims on names whose values an engine freezes. */
class ClaimFreezeTest {

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().host(Principal.user("host")).adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void what_is_frozen_for_a_claim_is_told_once() {
    Key<Box> key = Key.of("shared/box", Box.class);
    boxes.whileFreezing =
        context -> {
          context.progress("half frozen");
          assertThat(Users.grace(hub).underway())
              .extracting(Underway::progress)
              .containsExactly("half frozen");
        };

    ((Claim.Granted<Box>) ada.claims().claim(key)).publish(new Box("tea"));

    assertThat(ada.get(key).content()).startsWith("tea");
  }

  @Test
  void breaking_a_claim_stops_what_is_being_frozen_for_it() throws Exception {
    Key<Box> key = Key.of("shared/box", Box.class);
    CountDownLatch stopped = new CountDownLatch(1);
    boxes.whileFreezing =
        context -> {
          context.onCancel(stopped::countDown);
          stopped.await(1, TimeUnit.MINUTES);
          context.checkNotCancelled();
        };
    Waiter computing = Waiter.start(() -> ada.getOrCompute(key, () -> new Box("tea")));

    hub.registry().claims().breakClaim(key.name());

    assertThat(computing.failure()).isInstanceOf(CancelledException.class);
    assertThat(ada.find(key)).isEmpty();
  }
}
