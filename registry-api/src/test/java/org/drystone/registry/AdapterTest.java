package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.immutability.HandleVoucher.Handle;
import org.drystone.registry.spi.AdmissionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reserve, freeze, commit, with an engine in the middle. */
class AdapterTest {

  private static final Key<Box> KEY = Key.of("ada/box", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void the_adapter_decides_what_is_stored_promised_and_read() {
    Label label = ada.publish(KEY, new Box("tea"));
    ada.access().grant(KEY.name(), Users.GRACE, Right.READ);

    assertThat(label.guarantee()).isEqualTo(Guarantee.SNAPSHOT);
    assertThat(label.details()).isEqualTo(Map.of("length", "3"));
    assertThat(Users.grace(hub).get(KEY)).isEqualTo(new Box("tea for grace"));
  }

  @Test
  void it_is_found_by_the_names_of_its_columns() {
    Label label = ada.publish(KEY, new Box("tail_number,dep_delay"));

    assertThat(label.columns()).containsExactly("tail_number", "dep_delay");
    assertThat(ada.list(Query.all().text("DEP_del")).labels()).containsExactly(label);
    assertThat(ada.list(Query.all().text("arr_delay")).labels()).isEmpty();
  }

  @Test
  void it_finds_parents_beside_those_that_the_publisher_names() {
    VersionId found = ada.publish(Key.of("ada/found", String.class), "x").id();
    VersionId named = ada.publish(Key.of("ada/named", String.class), "y").id();
    boxes.parents = List.of(found);

    Label label = ada.publish(KEY, new Box("tea"), with -> with.derivedFrom(named));

    assertThat(label.parents()).containsExactlyInAnyOrder(found, named);
  }

  @Test
  void its_handles_are_known_inside_of_other_values() {
    record Frame(Object rows) {}
    Key<List<Frame>> key = Key.of("ada/frames", new TypeRef<List<Frame>>() {});
    boxes.vouching =
        object ->
            object instanceof Frame
                ? Optional.of(new Handle("engine frame", List.of()))
                : Optional.empty();

    assertThatThrownBy(() -> ada.publish(key, List.of(new Frame("rows"))))
        .isInstanceOf(NotImmutableException.class)
        .hasMessageContaining("List[0] is an engine frame inside of another value");
  }

  @Test
  void the_stored_bytes_can_be_exported() throws IOException {
    Label label = ada.publish(KEY, new Box("tea"));

    Export export = ada.export(KEY);

    assertThat(export.label()).isEqualTo(label);
    assertThat(export.mediaType()).isEqualTo("text/plain");
    try (InputStream bytes = export.parts().get(0).open()) {
      assertThat(bytes).hasContent("tea");
    }
  }

  @Test
  void a_plain_object_has_no_bytes_to_export() {
    Key<String> key = Key.of("ada/text", String.class);
    ada.publish(key, "x");

    assertThatThrownBy(() -> ada.export(key)).isInstanceOf(TypeMismatchException.class);
  }

  @Test
  void a_freeze_that_fails_leaves_nothing_visible() {
    boxes.whileFreezing =
        context -> {
          throw new UnavailableException("The engine broke", "a fuse", "Replace it");
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea")))
        .isInstanceOf(UnavailableException.class);
    assertThat(ada.list(Query.all()).labels()).isEmpty();
    assertThat(ada.underway()).isEmpty();
    assertThat(ada.position().revision()).isZero();
  }

  @Test
  void rights_and_condition_are_checked_before_the_engine_works() {
    boxes.whileFreezing =
        context -> {
          throw new AssertionError("the engine was asked");
        };
    VersionId missing = new VersionId(KEY.name(), 1);

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea"), with -> with.replacing(missing)))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> Users.grace(hub).publish(KEY, new Box("tea")))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void a_condition_that_fails_meanwhile_is_a_conflict_and_frees_what_was_frozen() {
    boxes.whileFreezing =
        context -> {
          boxes.whileFreezing = any -> {};
          ada.publish(KEY, new Box("coffee"));
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea"), Publication::ifAbsent))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("ada/box:v1 is there now");
    assertThat(boxes.released).containsExactly("tea");
    assertThat(ada.versions(KEY.name())).hasSize(1);
  }

  @Test
  void the_engine_is_told_to_stop_when_the_condition_fails_meanwhile() {
    CountDownLatch told = new CountDownLatch(1);
    boxes.whileFreezing =
        context -> {
          context.onCancel(told::countDown);
          boxes.whileFreezing = any -> {};
          ada.publish(KEY, new Box("coffee"));
          assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
          assertThat(context.cancelled()).isTrue();
          context.checkNotCancelled();
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea"), Publication::ifAbsent))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void an_engine_that_fails_to_stop_does_not_harm_the_publication_that_won() {
    AtomicReference<Label> won = new AtomicReference<>();
    boxes.whileFreezing =
        context -> {
          context.onCancel(
              () -> {
                throw new IllegalStateException("the engine is gone");
              });
          boxes.whileFreezing = any -> {};
          won.set(ada.publish(KEY, new Box("coffee")));
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea"), Publication::ifAbsent))
        .isInstanceOf(ConflictException.class);
    assertThat(ada.get(KEY.version(won.get().version()))).isEqualTo(new Box("coffee for ada"));
    assertThat(boxes.released).containsExactly("tea");
  }

  @Test
  void an_appending_publisher_is_not_disturbed_by_others() {
    boxes.whileFreezing =
        context -> {
          boxes.whileFreezing = any -> {};
          ada.publish(KEY, new Box("coffee"));
          assertThat(context.cancelled()).isFalse();
        };

    assertThat(ada.publish(KEY, new Box("tea")).version()).isEqualTo(2);
  }

  @Test
  void a_right_that_was_taken_meanwhile_stops_the_commit() {
    ada.publish(KEY, new Box("coffee"));
    ada.access().grant(KEY.name(), Users.GRACE, Right.WRITE);
    boxes.whileFreezing = context -> ada.access().revoke(KEY.name(), Users.GRACE);

    assertThatThrownBy(() -> Users.grace(hub).publish(KEY, new Box("tea")))
        .isInstanceOf(NotPermittedException.class);
    assertThat(boxes.released).containsExactly("tea");
  }

  @Test
  void an_interrupt_cancels_and_stays_set() {
    boxes.whileFreezing =
        context -> {
          Thread.currentThread().interrupt();
          new CountDownLatch(1).await();
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea")))
        .isInstanceOf(CancelledException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ada.find(KEY)).isEmpty();
  }

  @Test
  void closing_the_hub_cancels_what_is_being_frozen_and_releases_what_was() throws Exception {
    ada.publish(Key.of("ada/first", Box.class), new Box("coffee"));
    CountDownLatch freezing = new CountDownLatch(1);
    boxes.whileFreezing =
        context -> {
          CountDownLatch cancelled = new CountDownLatch(1);
          context.onCancel(cancelled::countDown);
          freezing.countDown();
          cancelled.await();
          context.checkNotCancelled();
        };
    CompletableFuture<Label> publication =
        CompletableFuture.supplyAsync(() -> ada.publish(KEY, new Box("tea")));
    assertThat(freezing.await(1, TimeUnit.MINUTES)).isTrue();

    hub.close();

    assertThat(publication)
        .failsWithin(1, TimeUnit.MINUTES)
        .withThrowableThat()
        .withCauseInstanceOf(ClosedException.class);
    assertThat(boxes.released).containsExactly("coffee");
  }

  @Test
  void an_action_for_a_publication_that_is_already_cancelled_runs_at_once() {
    AtomicReference<AdmissionContext> context = new AtomicReference<>();
    boxes.whileFreezing =
        freezing -> {
          context.set(freezing);
          hub.close();
          CountDownLatch ran = new CountDownLatch(1);
          freezing.onCancel(ran::countDown);
          assertThat(ran.getCount()).isZero();
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("tea"))).isInstanceOf(ClosedException.class);
    assertThat(context.get().cancelled()).isTrue();
  }

  @Test
  void who_removes_the_name_cancels_what_was_to_follow_its_versions() {
    ada.publish(KEY, new Box("first"));
    AtomicReference<Boolean> cancelled = new AtomicReference<>();
    boxes.whileFreezing =
        context -> {
          ada.unpublish(KEY.name());
          cancelled.set(context.cancelled());
        };

    assertThatThrownBy(() -> ada.publish(KEY, new Box("late")))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("removed");
    assertThat(cancelled).hasValue(true);
  }

  @Test
  void who_removes_one_version_cancels_nothing() {
    ada.publish(KEY, new Box("first"));
    Label second = ada.publish(KEY, new Box("second"));
    boxes.whileFreezing = context -> ada.unpublish(second.id());

    assertThat(ada.publish(KEY, new Box("third")).version()).isEqualTo(3);
  }
}
