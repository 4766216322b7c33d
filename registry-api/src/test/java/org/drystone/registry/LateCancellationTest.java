package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who has published cancels what its version made hopeless. Here it comes late to that: another
 * version was published meanwhile, and somebody is freezing the next.
 */
@Timeout(60)
class LateCancellationTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final CountDownLatch freezing = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).listener(new Between()).open();
  private final Registry ada = Users.ada(hub);
  private final ExecutorService other = Executors.newSingleThreadExecutor();
  private final FutureTask<Label> fourth =
      new FutureTask<>(
          () ->
              ada.publish(
                  KEY, new Box("fourth"), with -> with.replacing(new VersionId(KEY.name(), 3))));

  /** Comes between the second version's commit and its cancelling of others. */
  private final class Between implements RegistryListener {
    @Override
    public void committed(Commit commit) {
      if (commit.changes().get(0) instanceof Change.Published published
          && published.label().version() == 2) {
        ada.publish(KEY, new Box("third"));
        boxes.whileFreezing =
            context -> {
              freezing.countDown();
              await(cancelled);
            };
        other.execute(fourth);
        await(freezing);
      }
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    cancelled.countDown();
    other.shutdown();
    assertThat(other.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    hub.close();
  }

  @Test
  void a_publication_that_knows_of_later_versions_goes_on() throws Exception {
    ada.publish(KEY, new Box("first"));
    ada.publish(KEY, new Box("second"));
    cancelled.countDown();

    assertThat(fourth.get().version()).isEqualTo(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
