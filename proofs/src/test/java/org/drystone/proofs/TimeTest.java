package org.drystone.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.junit.jupiter.api.Test;

/** No reader ever sees a state and then an earlier one, whichever verbs it reads with. */
class TimeTest {

  private static final Key<Long> KEY = Key.of("shared/clock", Long.class);

  /** Of pairs; the profile comes to 50 million reads. */
  private static final int PAIRS = Effort.times(250_000);

  @Test
  void never_runs_backwards_between_get_and_list() throws Exception {
    try (Hub hub = Hub.create()) {
      Registry registry = hub.registry();
      AtomicBoolean done = new AtomicBoolean();
      registry.publish(KEY, 1L);
      ExecutorService threads = Executors.newSingleThreadExecutor();
      try {
        Future<Long> published = threads.submit(() -> publishUntil(done, registry));
        try {
          read(registry);
        } finally {
          done.set(true);
        }
        assertThat(published.get()).as("versions published meanwhile").isGreaterThan(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static long publishUntil(AtomicBoolean done, Registry registry) {
    long version = 1;
    while (!done.get()) {
      version++;
      registry.publish(KEY, version);
    }
    return version;
  }

  private static void read(Registry registry) {
    long seen = 0;
    for (int i = 0; i < PAIRS; i++) {
      long got = registry.get(KEY);
      long listed = listed(registry);
      if (got < seen || listed < got) {
        throw new AssertionError("saw " + seen + ", then got " + got + ", then listed " + listed);
      }
      seen = listed;
    }
  }

  private static long listed(Registry registry) {
    List<Label> labels = registry.list(Query.all()).labels();
    return labels.get(0).version();
  }
}
