package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.drystone.registry.Caller;
import org.drystone.registry.CancelledException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Export;
import org.drystone.registry.Guarantee;
import org.drystone.registry.Hold;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.Registry;
import org.drystone.registry.Removal;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;
import org.junit.jupiter.api.Test;

/**
 * What every adapter promises. Its author says how to make one, and a few of its values.
 *
 * @param <T> what is published and read
 * @param <S> what is stored
 */
public abstract class ValueAdapterContract<T, S> {

  private static final VersionId VERSION = new VersionId(Name.parse("ada/x"), 1);
  private static final Caller ADA = Caller.of(Principal.user("ada"));
  private static final Caller GRACE = Caller.of(Principal.user("grace"));

  /** For the author's subclass. */
  protected ValueAdapterContract() {}

  /** The adapter; asked for as often as it is needed, and the same one during a test. */
  protected abstract ValueAdapter<T, S> adapter();

  /** A value: of the same content for the same number, and of another for another. */
  protected abstract T value(int number);

  /** What readers can tell apart by {@code equals}: the rows of a table, say. */
  protected abstract Object content(T value);

  /**
   * Asserts that nothing is left of what was frozen, such as files: all of it was released or
   * cancelled.
   */
  protected abstract void assertNothingIsLeft() throws Exception;

  @Test
  void gives_each_reader_what_was_published() throws Exception {
    S stored = freeze(1);

    assertThat(opened(stored, ADA)).isEqualTo(content(value(1)));
    assertThat(opened(stored, GRACE)).isEqualTo(content(value(1)));
    adapter().release(stored);
  }

  @Test
  void tells_what_it_has_stored() throws Exception {
    Admission<S> admission = adapter().admit(value(1), Admitting.plainly());

    assertThat(admission.guarantee()).isNotEqualTo(Guarantee.MUTABLE);
    assertThat(admission.evidence()).isNotBlank();
    assertThat(admission.parents()).isEmpty();
    assertThat(admission.needs()).isEmpty();
    adapter().release(admission.stored());
  }

  @Test
  void tells_values_apart_by_a_content_id_if_it_gives_one() throws Exception {
    Admission<S> one = adapter().admit(value(1), Admitting.plainly());
    Admission<S> same = adapter().admit(value(1), Admitting.plainly());
    Admission<S> other = adapter().admit(value(2), Admitting.plainly());

    assertThat(one.contentId()).isEqualTo(same.contentId());
    one.contentId().ifPresent(id -> assertThat(other.contentId().orElse("")).isNotEqualTo(id));
    List.of(one, same, other).forEach(each -> adapter().release(each.stored()));
    assertNothingIsLeft();
  }

  @Test
  void refuses_an_option_that_it_does_not_know_and_leaves_nothing() throws Exception {
    Publication wishing = Publication.plain().option("an option of nobody", "yes");

    assertThatThrownBy(() -> adapter().admit(value(1), new Admitting(wishing)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("an option of nobody");
    assertNothingIsLeft();
  }

  @Test
  void a_publication_that_is_cancelled_before_leaves_nothing() throws Exception {
    endsWithoutATrace(value(1), Admitting.cancelledBefore());
  }

  @Test
  void a_publication_that_is_cancelled_meanwhile_leaves_nothing() throws Exception {
    endsWithoutATrace(value(1), Admitting.cancelledMeanwhile());
  }

  @Test
  void an_interrupted_publication_leaves_nothing() throws Exception {
    T value = value(1);
    Thread.currentThread().interrupt();
    endsWithoutATrace(value, Admitting.plainly());
  }

  @Test
  void releases_once_however_often_and_by_however_many_it_is_told() throws Exception {
    S stored = freeze(1);

    together(8, () -> releaseTwice(stored));

    assertNothingIsLeft();
  }

  @Test
  void what_was_released_is_unavailable_or_as_it_was_and_equal_values_stay() throws Exception {
    S first = freeze(1);
    S second = freeze(1);
    adapter().release(first);

    try {
      assertThat(opened(first, ADA)).isEqualTo(content(value(1)));
    } catch (UnavailableException e) {
      assertThat(e.remedy()).isNotBlank();
    }
    assertThat(opened(second, ADA)).isEqualTo(content(value(1)));
    adapter().release(second);
  }

  @Test
  void exports_as_many_bytes_as_it_says_as_often_as_it_is_asked() throws Exception {
    S stored = freeze(1);
    Optional<ValueAdapter.Exported> export = adapter().export(stored);
    if (export.isPresent()) {
      assertThat(export.get().mediaType()).contains("/");
      for (Export.Part part : export.get().parts()) {
        assertThat(bytes(part)).hasSize(Math.toIntExact(part.size())).isEqualTo(bytes(part));
      }
      adapter().release(stored);
      export.get().parts().forEach(part -> assertThat(bytes(part)).isNotEmpty());
    }
    adapter().release(stored);
  }

  @Test
  void works_for_many_at_once() throws Exception {
    AtomicInteger numbers = new AtomicInteger();
    together(
        8,
        () -> {
          int number = numbers.incrementAndGet();
          S stored = freeze(number);
          assertThat(opened(stored, ADA)).isEqualTo(content(value(number)));
          adapter().release(stored);
          return number;
        });
  }

  @Test
  void all_that_a_hub_froze_is_released_once() {
    CountedAdapter<T, S> counted = new CountedAdapter<>(adapter());
    try (Hub hub = Hub.builder().adapter(counted).open()) {
      Registry ada = hub.as(ADA);
      Key<T> key = Key.of("ada/x", adapter().rootType());
      ada.publish(key, value(1));
      ada.publish(key, value(2));
      Hold<T> held = ada.hold(key);
      ada.publish(key, value(2), Publication::onlyIfChanged);
      assertThatThrownBy(() -> ada.publish(key, value(3), Publication::ifAbsent))
          .isInstanceOf(ConflictException.class);
      ada.unpublish(key.name(), Removal::now);
      assertThatThrownBy(held::value).isInstanceOf(UnavailableException.class);
      held.close();
      ada.publish(key, value(4));
      assertThat(content(ada.get(key))).isEqualTo(content(value(4)));
    }

    assertThat(counted.releases()).isNotEmpty().allSatisfy(times -> assertThat(times).hasValue(1));
  }

  /** An adapter may also be done before it notices. */
  private void endsWithoutATrace(T value, Admitting context) throws Exception {
    try {
      adapter().release(adapter().admit(value, context).stored());
    } catch (CancelledException | InterruptedException e) {
      assertThat(e).as("how it ends, if it does").isNotNull();
    } finally {
      Thread.interrupted();
    }
    assertNothingIsLeft();
  }

  private S freeze(int number) throws InterruptedException {
    return adapter().admit(value(number), Admitting.plainly()).stored();
  }

  private Object opened(S stored, Caller reader) {
    return content(adapter().open(stored, VERSION, reader));
  }

  private boolean releaseTwice(S stored) {
    adapter().release(stored);
    adapter().release(stored);
    return true;
  }

  private static byte[] bytes(Export.Part part) {
    try (InputStream stream = part.open()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError("The exported bytes cannot be read", e);
    }
  }

  private static void together(int threads, Callable<?> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(pool.submit(work));
      }
      for (Future<?> one : all) {
        one.get(1, TimeUnit.MINUTES);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
