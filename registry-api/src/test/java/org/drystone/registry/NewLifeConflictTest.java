package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A publication whose name is removed while it is frozen. Usually the removal cancels it; here the
 * removal is caught between its commit and that, where the commit has to notice by itself.
 */
@Timeout(60)
class NewLifeConflictTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final CountDownLatch removed = new CountDownLatch(1);
  private final CountDownLatch decided = new CountDownLatch(1);
  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).listener(new SlowToHear()).open();
  private final Registry ada = Users.ada(hub);
  private final ExecutorService remover = Executors.newSingleThreadExecutor();

  /** Keeps the thread that has removed the name until the publication is decided. */
  private final class SlowToHear implements RegistryListener {
    @Override
    public void committed(Commit commit) {
      if (commit.changes().stream().anyMatch(Change.Removed.class::isInstance)) {
        removed.countDown();
        await(decided);
      }
    }
  }

  @BeforeEach
  void publish() {
    ada.publish(KEY, new Box("first"));
  }

  @AfterEach
  void close() throws InterruptedException {
    decided.countDown();
    remover.shutdown();
    assertThat(remover.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    hub.close();
  }

  @Test
  void does_not_follow_the_versions_of_a_new_life() throws Exception {
    Future<Position> removal =
        whileFreezing(() -> ada.publish(KEY, new Box("new life")), new Box("late"));

    decided.countDown();
    removal.get();
    assertThat(ada.versions(KEY.name())).extracting(Label::version).containsExactly(2L);
    assertThat(ada.get(KEY)).isEqualTo(new Box("new life for ada"));
    assertThat(boxes.released).containsExactly("late");
  }

  @Test
  void does_not_begin_a_new_life_either() throws Exception {
    Future<Position> removal = whileFreezing(() -> {}, new Box("late"));

    decided.countDown();
    removal.get();
    assertThat(ada.find(KEY)).isEmpty();
    assertThat(boxes.released).containsExactly("late");
  }

  /** Publishes; while that is frozen, the name is removed, and then that happens. */
  private Future<Position> whileFreezing(Runnable then, Box late) {
    FutureTask<Position> removal = new FutureTask<>(() -> ada.unpublish(KEY.name()));
    boxes.whileFreezing =
        context -> {
          boxes.whileFreezing = nested -> {};
          remover.execute(removal);
          await(removed);
          then.run();
        };

    assertThatThrownBy(() -> ada.publish(KEY, late))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it was to follow versions that were removed meanwhile");
    return removal;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
