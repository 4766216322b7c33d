package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Right;
import org.junit.jupiter.api.Test;

/** Publications that are repeated because their outcome is not known. */
abstract class RequestIdsContract extends Facet {

  private static final Key<String> KEY = Key.of("shared/x", String.class);

  RequestIdsContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void a_repetition_gives_the_label_of_the_first_time() {
    Label first = ada.publish(KEY, "one", with -> with.ifAbsent().requestId("r1"));
    ada.publish(KEY, "two");

    Label again = ada.publish(KEY, "one", with -> with.ifAbsent().requestId("r1"));

    assertThat(again).isEqualTo(first);
    assertThat(ada.versions(KEY.name())).hasSize(2);
  }

  @Test
  void what_was_unchanged_the_first_time_is_remembered_too() {
    Label first = ada.publish(KEY, "one");
    ada.publish(KEY, "one", with -> with.onlyIfChanged().requestId("r1"));
    ada.publish(KEY, "two");

    assertThat(ada.publish(KEY, "one", with -> with.onlyIfChanged().requestId("r1")))
        .isEqualTo(first);
    assertThat(ada.get(KEY)).isEqualTo("two");
  }

  @Test
  void the_ids_of_another_user_are_other_ids() {
    Label first = ada.publish(KEY, "one", with -> with.requestId("r1"));
    ada.access().grant(KEY.name(), GRACE, Right.WRITE);

    Label second = grace.publish(KEY, "two", with -> with.requestId("r1"));

    assertThat(second.version()).isEqualTo(first.version() + 1);
  }

  @Test
  void an_id_is_for_one_name() {
    ada.publish(KEY, "one", with -> with.requestId("r1"));

    assertThatThrownBy(
            () -> ada.publish(Key.of("ada/y", String.class), "one", with -> with.requestId("r1")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("shared/x:v1");
    assertThatThrownBy(() -> ada.publish(KEY, "one", with -> with.requestId(" ")))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void repetitions_at_once_publish_once() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Set<Label> labels = new HashSet<>();
    try {
      List<Future<Label>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  start.await();
                  return ada.publish(KEY, "one", with -> with.ifAbsent().requestId("r1"));
                }));
      }
      for (Future<Label> one : all) {
        labels.add(one.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(labels).hasSize(1);
    assertThat(ada.versions(KEY.name())).hasSize(1);
  }
}
