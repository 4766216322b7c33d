package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** Revoke, then publish the secret: whoever lost the right never sees it, however much is read. */
abstract class RevocationContract extends Facet {

  private static final Key<String> PLAN = Key.of("ada/plan", String.class);
  private static final AliasRef<String> PROD = PLAN.alias("prod");
  private static final int ROUNDS = 500;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong seen = new AtomicLong();
  private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();

  /** Something that a reader does again and again; what it gives is searched for the secret. */
  private interface Look {
    Object at(Registry registry) throws Exception;
  }

  RevocationContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void nothing_that_is_published_after_the_right_was_taken_is_ever_seen() throws Exception {
    publish("open");
    List<Thread> readers = new ArrayList<>();
    for (Look look : looks()) {
      readers.add(reader(look));
    }

    for (int i = 0; i < ROUNDS; i++) {
      ada.access().grant(PLAN.name(), GRACE, Right.READ);
      publish("open");
      ada.access().revoke(PLAN.name(), GRACE);
      publish("secret");
      publish("open");
    }
    ada.access().grant(PLAN.name(), GRACE, Right.READ);
    while (seen.get() == 0) {
      Thread.onSpinWait();
    }
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }

    assertThat(leaks).isEmpty();
  }

  private static List<Look> looks() {
    return List.of(
        registry -> registry.find(PLAN),
        registry -> registry.find(PROD),
        registry -> registry.list(Query.all().text("secret")).labels(),
        registry -> registry.list(Query.all().tag("secret")).labels(),
        registry -> registry.list(Query.all().in("ada")).labels(),
        RevocationContract::published);
  }

  private void publish(String content) {
    ada.publish(PLAN, content, with -> with.tagged(content).alias("prod"));
  }

  private Thread reader(Look look) {
    Thread thread =
        new Thread(
            () -> {
              while (!over.get()) {
                look(look);
              }
            });
    thread.start();
    return thread;
  }

  private void look(Look look) {
    try {
      String found = String.valueOf(look.at(grace));
      if (found.contains("secret")) {
        leaks.add(found);
      }
      if (found.contains("open")) {
        seen.incrementAndGet();
      }
    } catch (NotFoundException | CompactedException e) {
      // Not visible now.
    } catch (Exception e) {
      leaks.add(e.toString());
    }
  }

  /** To whoever could not read around a publication it is never told, also not later. */
  private static List<Change> published(Registry registry) throws Exception {
    try (Watch watch = registry.changes().fromNow()) {
      return watch.next(Duration.ofMillis(1)).map(Commit::changes).orElse(List.of());
    }
  }
}
