package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions that go with the session of their publisher. */
class SessionLifeTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final SessionId SESSION = new SessionId("ada.1");
  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  /** Expires after those that a test looks at: when it is gone, the others were looked at too. */
  private static final Key<Integer> LAST = Key.of("ada/last", Integer.class);

  private static final UnaryOperator<Publication> BRIEFLY =
      with -> with.whileSessionLives(Duration.ZERO);

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.inSession(hub, Users.ADA, SESSION);
  private final Registry later = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void the_label_tells_and_the_status_tells_whether_it_still_holds() {
    Label label = ada.publish(KEY, 1, with -> with.whileSessionLives(NEVER));

    Lifetime lifetime = new Lifetime(SESSION, NEVER);
    assertThat(label.lifetime()).hasValue(lifetime);
    assertThat(ada.status(KEY).lifetime()).hasValue(lifetime);
    later.removals().keep(KEY.name());
    assertThat(later.describe(KEY).lifetime()).hasValue(lifetime);
    assertThat(later.status(KEY).lifetime()).isEmpty();
  }

  @Test
  void after_the_session_and_the_grace_time_it_is_removed_as_a_change_with_author_and_reason()
      throws Exception {
    Label label = ada.publish(KEY, 1, BRIEFLY);
    try (Watch removals = removals()) {
      hub.endSession(SESSION);

      Commit commit = removals.next(LONG).orElseThrow();
      Change.Removed removed = (Change.Removed) commit.changes().get(0);
      assertThat(commit.author()).isEqualTo(Users.ADA);
      assertThat(removed.name()).isEqualTo(KEY.name());
      assertThat(removed.versions()).containsExactly(label.version());
      assertThat(removed.reason()).hasValueSatisfying(why -> assertThat(why).contains("session"));
      assertThat(later.find(KEY)).isEmpty();
      assertThat(later.restore(KEY.name())).containsExactly(label);
      assertThat(later.status(KEY).lifetime()).isEmpty();
    }
  }

  @Test
  void nothing_is_removed_while_the_session_lives_or_the_grace_time_runs() throws Exception {
    Key<Integer> other = Key.of("ada/other", Integer.class);
    ada.publish(KEY, 1, with -> with.whileSessionLives(NEVER));
    Users.inSession(hub, Users.ADA, new SessionId("ada.2")).publish(other, 1, BRIEFLY);

    endAndAwaitTheLast();

    assertThat(later.get(KEY)).isEqualTo(1);
    assertThat(later.get(other)).isEqualTo(1);
  }

  @Test
  void publishing_over_it_takes_it_over() throws Exception {
    ada.publish(KEY, 1, BRIEFLY);
    later.publish(KEY, 2);

    endAndAwaitTheLast();

    assertThat(later.versions(KEY.name())).extracting(Label::version).containsExactly(1L, 2L);
  }

  @Test
  void keeping_it_takes_it_over_and_is_a_change() throws Exception {
    ada.publish(KEY, 1, BRIEFLY);
    try (Watch watch = ada.changes().fromNow()) {
      Position kept = later.removals().keep(KEY.name());
      assertThat(watch.next(LONG).orElseThrow().changes())
          .containsExactly(new Change.Kept(KEY.name(), List.of(1L)));
      assertThat(kept).isEqualTo(later.position());
      assertThat(later.removals().keep(KEY.name())).as("nothing is left to do").isEqualTo(kept);
    }

    endAndAwaitTheLast();

    assertThat(later.get(KEY)).isEqualTo(1);
  }

  @Test
  void who_may_not_write_may_not_keep_and_learns_nothing() {
    ada.publish(KEY, 1, BRIEFLY);

    Registry grace = Users.grace(hub);
    assertThatThrownBy(() -> grace.removals().keep(KEY.name()))
        .isInstanceOf(NotFoundException.class);
    ada.access().grant(KEY.name(), Users.GRACE, Right.READ);
    assertThatThrownBy(() -> grace.removals().keep(KEY.name()))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void what_was_published_before_it_for_good_stays() throws Exception {
    later.publish(KEY, 1);
    ada.publish(KEY, 2, BRIEFLY);
    try (Watch removals = removals()) {
      hub.endSession(SESSION);
      assertThat(removals.next(LONG)).isPresent();
    }

    assertThat(later.versions(KEY.name())).extracting(Label::version).containsExactly(1L);
  }

  @Test
  void what_an_alias_points_to_stays() throws Exception {
    ada.publish(KEY, 1, with -> BRIEFLY.apply(with).alias("prod"));

    endAndAwaitTheLast();

    assertThat(later.get(KEY.alias("prod"))).isEqualTo(1);
  }

  @Test
  void each_version_has_a_grace_time_of_its_own() throws Exception {
    ada.publish(KEY, 1, with -> with.whileSessionLives(NEVER));
    ada.publish(KEY, 2, BRIEFLY);
    try (Watch removals = removals()) {
      hub.endSession(SESSION);
      assertThat(removals.next(LONG)).isPresent();
    }

    assertThat(later.versions(KEY.name())).extracting(Label::version).containsExactly(1L);
  }

  @Test
  void a_session_can_come_back_within_the_grace_time_and_then_its_next_end_counts()
      throws Exception {
    try (Hub busy = Hub.builder().adapter(boxes).trashTime(Duration.ZERO).open();
        Busy housekeeper = new Busy(busy);
        Watch removals = Users.ada(busy).changes().of(KEY.name()).fromNow()) {
      Label label = Users.inSession(busy, Users.ADA, SESSION).publish(KEY, 1, BRIEFLY);
      busy.endSession(SESSION);
      Users.inSession(busy, Users.ADA, SESSION);
      housekeeper.close();
      endAndAwaitTheLast(busy, new SessionId("ada.2"));

      assertThat(removals.next(LONG).orElseThrow().changes()).contains(new Change.Published(label));
      assertThat(removals.next(Duration.ZERO)).isEmpty();
      busy.endSession(SESSION);
      assertThat(removals.next(LONG).orElseThrow().changes())
          .hasAtLeastOneElementOfType(Change.Removed.class);
    }
  }

  @Test
  void a_publication_that_is_too_late_for_its_session_is_refused() throws Exception {
    Key<Box> key = Key.of("ada/box", Box.class);
    CountDownLatch frozen = new CountDownLatch(1);
    boxes.whileFreezing = context -> assertThat(frozen.await(1, TimeUnit.MINUTES)).isTrue();
    Waiter publishing = Waiter.start(() -> ada.publish(key, new Box("tea"), BRIEFLY));

    hub.endSession(SESSION);
    frozen.countDown();

    assertThat(publishing.failure()).isInstanceOf(CancelledException.class);
    assertThat(later.find(key)).isEmpty();
    assertThat(boxes.released).containsExactly("tea");
  }

  @Test
  void without_a_session_nothing_is_frozen() {
    boxes.whileFreezing = context -> fail("frozen");

    assertThatThrownBy(() -> later.publish(Key.of("ada/box", Box.class), new Box("tea"), BRIEFLY))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void it_takes_a_session_and_a_grace_time_that_is_none_in_the_past() {
    assertThatThrownBy(() -> later.publish(KEY, 1, BRIEFLY))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("has no session");
    assertThatThrownBy(
            () -> ada.publish(KEY, 1, with -> with.whileSessionLives(Duration.ofSeconds(-1))))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(later.find(KEY)).isEmpty();
  }

  private void endAndAwaitTheLast() throws InterruptedException {
    endAndAwaitTheLast(hub, SESSION);
  }

  /** Ends the session, and waits until what was due before or at its end was looked at. */
  private static void endAndAwaitTheLast(Hub hub, SessionId session) throws InterruptedException {
    Users.inSession(hub, Users.ADA, session)
        .publish(LAST, 1, with -> with.whileSessionLives(Duration.ofMillis(1)));
    try (Watch watch = Users.ada(hub).changes().of(LAST.name()).fromNow()) {
      hub.endSession(session);
      assertThat(watch.next(LONG).orElseThrow().changes())
          .hasAtLeastOneElementOfType(Change.Removed.class);
    }
  }

  private Watch removals() {
    return later.changes().only(Set.of(Change.Removed.class)).fromNow();
  }

  /** Keeps the hub's own thread from its next work until it is closed. */
  private final class Busy implements AutoCloseable {
    private final CountDownLatch goOn = new CountDownLatch(1);

    Busy(Hub hub) throws InterruptedException {
      CountDownLatch releasing = new CountDownLatch(1);
      boxes.whileReleasing =
          () -> {
            releasing.countDown();
            awaitGoOn();
          };
      Key<Box> key = Key.of("ada/box", Box.class);
      Users.ada(hub).publish(key, new Box("tea"));
      Users.ada(hub).unpublish(key.name());
      assertThat(releasing.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void awaitGoOn() {
      try {
        goOn.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      goOn.countDown();
    }
  }
}
