package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.junit.jupiter.api.Test;

/** The compare-and-set loop. */
abstract class UpdatesContract extends Facet {

  private static final Key<Integer> COUNT = Key.of("ada/count", Integer.class);

  UpdatesContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void publishes_what_the_function_makes_of_the_present_value() {
    Label first = ada.publish(COUNT, 1);

    Label second = ada.update(COUNT, n -> n + 1, with -> with.describedAs("one more"));

    assertThat(ada.get(COUNT)).isEqualTo(2);
    assertThat(second.previous()).hasValue(first.version());
    assertThat(second.description()).hasValue("one more");
  }

  @Test
  void asks_again_with_what_another_published_meanwhile() {
    ada.publish(COUNT, 1);
    List<Integer> asked = new ArrayList<>();

    Label label =
        ada.update(
            COUNT,
            n -> {
              asked.add(n);
              if (asked.size() == 1) {
                ada.publish(COUNT, 10);
              }
              return n + 1;
            });

    assertThat(asked).containsExactly(1, 10);
    assertThat(ada.get(COUNT)).isEqualTo(11);
    assertThat(label).isEqualTo(ada.describe(COUNT));
  }

  @Test
  void loses_no_update_of_many_threads() throws InterruptedException, ExecutionException {
    int threads = 8;
    int each = 100;
    ada.publish(COUNT, 0);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        done.add(
            pool.submit(
                () -> {
                  for (int n = 0; n < each; n++) {
                    ada.update(COUNT, count -> count + 1);
                  }
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(ada.get(COUNT)).isEqualTo(threads * each);
    assertThat(ada.describe(COUNT).version()).isEqualTo(threads * each + 1);
  }

  @Test
  void what_the_function_throws_passes() {
    ada.publish(COUNT, 1);

    assertThatThrownBy(
            () ->
                ada.update(
                    COUNT,
                    n -> {
                      throw new ArithmeticException("no more");
                    }))
        .isInstanceOf(ArithmeticException.class);
    assertThat(ada.get(COUNT)).isEqualTo(1);
  }

  @Test
  void needs_a_present_value() {
    assertThatThrownBy(() -> ada.update(COUNT, n -> n + 1)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void gives_up_when_others_are_always_faster() {
    ada.publish(COUNT, 0);
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                ada.update(
                    COUNT,
                    n -> {
                      asked.incrementAndGet();
                      ada.publish(COUNT, n + 1);
                      return -1;
                    }))
        .isInstanceOf(ConflictException.class);
    assertThat(asked).hasValue(1000);
  }

  @Test
  void can_be_interrupted() {
    ada.publish(COUNT, 0);

    assertThatThrownBy(
            () ->
                ada.update(
                    COUNT,
                    n -> {
                      ada.publish(COUNT, n + 1);
                      Thread.currentThread().interrupt();
                      return -1;
                    }))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
