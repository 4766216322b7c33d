package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions that are computed from others whenever they are read. */
class NeedsTest {

  private static final Key<Box> SOURCE = Key.of("ada/source", Box.class);
  private static final Key<Box> DERIVED = Key.of("ada/derived", Box.class);

  private final BoxAdapter boxes = new BoxAdapter();
  private final Hub hub = Hub.builder().adapter(boxes).open();
  private final Registry ada = Users.ada(hub);
  private final Label source = ada.publish(SOURCE, new Box("source"));
  private final Label derived = publishDerived();

  private Label publishDerived() {
    boxes.needs = List.of(source.id());
    return ada.publish(DERIVED, new Box("derived"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void what_is_needed_cannot_be_removed() {
    assertThatThrownBy(() -> ada.unpublish(SOURCE.name()))
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("computed from it: ada/derived:v1");
    assertThatThrownBy(() -> ada.unpublish(source.id(), Removal::now))
        .isInstanceOf(InUseException.class);
    assertThat(ada.find(SOURCE)).isPresent();
  }

  @Test
  void a_dependant_that_the_remover_may_not_see_is_not_named() {
    ada.access().grant(SOURCE.name(), Users.GRACE, Right.OWN);

    assertThatThrownBy(() -> Users.grace(hub).unpublish(SOURCE.name()))
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("they are not shared with you")
        .hasMessageNotContaining("derived");
  }

  @Test
  void once_nothing_needs_it_it_can() {
    ada.unpublish(derived.id());
    ada.unpublish(source.id());

    assertThat(ada.restore(derived.id())).isEqualTo(derived);
    assertThat(ada.find(DERIVED)).isPresent();
  }

  @Test
  void once_restored_it_needs_it_again() {
    ada.unpublish(derived.id());
    ada.restore(derived.id());

    assertThatThrownBy(() -> ada.unpublish(source.id())).isInstanceOf(InUseException.class);
  }

  @Test
  void its_data_stays_as_long_as_a_removed_dependant_can_come_back() {
    ada.unpublish(derived.id());
    ada.unpublish(source.id(), Removal::now);

    assertThat(boxes.released).containsExactly("source");
    assertThatThrownBy(() -> ada.restore(derived.id()))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("ada/source:v1, whose data is gone");
  }

  @Test
  void what_was_removed_while_it_was_frozen_is_needed_in_vain() {
    ada.unpublish(derived.id());
    boxes.whileFreezing = context -> ada.unpublish(source.id());

    assertThatThrownBy(() -> ada.publish(DERIVED, new Box("late")))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("ada/source:v1, which was removed meanwhile");
    assertThat(boxes.released).containsExactly("late");
  }

  @Test
  void pruning_takes_what_its_dry_run_told_and_not_what_that_sets_free() {
    publishSeconds();
    Namespace mine = Namespace.of("ada");

    List<VersionId> told = ada.removals().superfluous(mine, Retention.keepingLast(1));

    assertThat(told).containsExactly(derived.id());
    assertThat(ada.removals().prune(mine, Retention.keepingLast(1))).isEqualTo(told);
    assertThat(ada.removals().prune(mine, Retention.keepingLast(1))).containsExactly(source.id());
  }

  @Test
  void a_rule_takes_also_what_is_needed_no_more() throws Exception {
    ada.removals().retain(SOURCE.name(), Retention.keepingLast(1));
    publishSeconds();
    Position before = ada.position();

    ada.unpublish(derived.id());

    try (Watch watch = ada.changes().of(SOURCE.name()).after(before)) {
      assertThat(watch.next(Duration.ofMinutes(1)).orElseThrow().changes())
          .singleElement()
          .asInstanceOf(type(Change.Removed.class))
          .extracting(Change.Removed::versions)
          .isEqualTo(List.of(source.version()));
    }
  }

  private void publishSeconds() {
    boxes.needs = List.of();
    ada.publish(SOURCE, new Box("another source"));
    ada.publish(DERIVED, new Box("of nothing"));
  }
}
