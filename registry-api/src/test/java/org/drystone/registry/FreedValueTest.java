package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Past revisions, which a hub remembers, must not keep alive what was freed. */
class FreedValueTest {

  private static final Key<Point> KEY = Key.of("ada/x", Point.class);

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);
  private final ReferenceQueue<Point> collected = new ReferenceQueue<>();

  private record Point(int x) {}

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void nobody_keeps_what_a_removed_name_held() throws Exception {
    WeakReference<Point> value = publish(1);
    Position then = ada.access().grant(KEY.name(), Users.GRACE, Right.READ);
    ada.get(KEY);

    ada.unpublish(KEY.name(), Removal::now);

    assertCollected(value);
    assertThatThrownBy(() -> ada.at(then).get(KEY)).isInstanceOf(UnavailableException.class);
  }

  @Test
  void nobody_keeps_a_removed_version_that_another_had_followed() throws Exception {
    WeakReference<Point> value = publish(1);
    ada.get(KEY);
    ada.publish(KEY, new Point(2));

    ada.unpublish(new VersionId(KEY.name(), 1), Removal::now);

    assertCollected(value);
    assertThat(ada.get(KEY)).isEqualTo(new Point(2));
  }

  @Test
  void nobody_keeps_a_removed_version_that_was_the_latest() throws Exception {
    ada.publish(KEY, new Point(1));
    WeakReference<Point> value = publish(2);
    ada.get(KEY);

    ada.unpublish(new VersionId(KEY.name(), 2), Removal::now);

    assertCollected(value);
    assertThat(ada.get(KEY)).isEqualTo(new Point(1));
  }

  @Test
  void a_closed_hub_keeps_nothing() throws Exception {
    WeakReference<Point> value = publish(1);
    ada.get(KEY);

    hub.close();

    assertCollected(value);
    assertThatThrownBy(() -> ada.get(KEY)).isInstanceOf(ClosedException.class);
  }

  @Test
  void nobody_keeps_a_listener_whose_subscription_was_closed() throws Exception {
    WeakReference<Point> listener = listenAndClose();

    assertCollected(listener);
  }

  private WeakReference<Point> listenAndClose() {
    Point told = new Point(1);
    ada.changes().to(Runnable::run, commit -> assertThat(told).isNotNull()).close();
    return new WeakReference<>(told, collected);
  }

  private WeakReference<Point> publish(int x) {
    Point point = new Point(x);
    ada.publish(KEY, point);
    return new WeakReference<>(point, collected);
  }

  private void assertCollected(WeakReference<Point> value) throws InterruptedException {
    for (int attempt = 0; attempt < 100 && !value.refersTo(null); attempt++) {
      System.gc();
      collected.remove(100);
    }
    assertThat(value.refersTo(null)).as("collected").isTrue();
  }
}
